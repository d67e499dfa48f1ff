/** The SQLSTATE of a failed statement, as drizzle wraps it; null for failures that are none of PostgreSQL's. */
export function sqlStateOf(error: unknown): string | null {
  const cause = causeOf(error);
  if (typeof cause !== "object" || cause === null || !("code" in cause)) return null;
  return typeof cause.code === "string" ? cause.code : null;
}

/** The name of the constraint that a failed statement would have broken; null for other failures. */
export function constraintOf(error: unknown): string | null {
  const cause = causeOf(error);
  if (typeof cause !== "object" || cause === null || !("constraint_name" in cause)) return null;
  return typeof cause.constraint_name === "string" ? cause.constraint_name : null;
}

const causeOf = (error: unknown): unknown => (error instanceof Error && error.cause ? error.cause : error);

export const uniqueViolation = "23505";
export const foreignKeyViolation = "23503";

/** Whether PostgreSQL gave a statement up because it took longer than it may, or was asked to. */
export const isTimeout = (error: unknown): boolean => sqlStateOf(error) === "57014";
