/** The SQLSTATE of a failed statement, as drizzle wraps it; null for failures that are none of PostgreSQL's. */
export function sqlStateOf(error: unknown): string | null {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  if (typeof cause !== "object" || cause === null || !("code" in cause)) return null;
  return typeof cause.code === "string" ? cause.code : null;
}

export const uniqueViolation = "23505";
export const foreignKeyViolation = "23503";
