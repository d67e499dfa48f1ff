/** A failure whose message is written for the person at the keyboard; the command line shows it without a stack. */
export class ServiceFailure extends Error {
  override name = "ServiceFailure";
}
