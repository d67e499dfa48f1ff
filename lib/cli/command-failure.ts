/** Ends a command with a message for the person who typed it, and exit code 1. */
export class CommandFailure extends Error {
  override name = "CommandFailure";
}
