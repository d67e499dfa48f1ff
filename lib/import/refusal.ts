/**
 * Classes of SQLSTATE (ISO/IEC 9075-2, 24.1) that blame the data: data exceptions, broken constraints, limits exceeded.
 */
const aboutTheData = /^(?:22|23|54)/;

/**
 * Why the database refused what it was given, in its own words; null when the failure has other causes (no connection, a full
 * disk, a mistake of ours) and trying other records would not help.
 */
export function refusalOf(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ("code" in cause && typeof cause.code === "string" && aboutTheData.test(cause.code))
      return `The database refuses the record: ${cause.message}`;
  return null;
}
