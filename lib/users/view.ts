/** A wait in whole minutes or seconds, for people: "about 12 minutes". */
export function waitInWords(seconds: number): string {
  if (seconds <= 90) return `${seconds} seconds`;
  return `about ${Math.ceil(seconds / 60)} minutes`;
}
