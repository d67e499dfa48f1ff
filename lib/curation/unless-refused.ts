import { inspect } from "node:util";
import { unstable_rethrow } from "next/navigation";
import { foreignKeyViolation, sqlStateOf } from "@/db/sql-state";
import { NotPermitted } from "@/lib/archive/permissions";

/**
 * Runs a save. What keeps it from ending well, a database that is away included, becomes what `refused` makes of a message, so
 * that a form can come back with everything typed. Redirects and "not found" pass through.
 */
export async function unlessRefused<Result>(
  save: () => Promise<Result>,
  refused: (message: string) => Result,
): Promise<Result> {
  try {
    return await save();
  } catch (error) {
    unstable_rethrow(error);
    return refused(reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof NotPermitted)
    return "Not saved: this account may not do that. What you typed stands below.";
  if (sqlStateOf(error) === foreignKeyViolation)
    return "Not saved: an entry that this form links to no longer exists. Choose another one, or remove it.";
  // Nobody but the curator meets this failure, and what they see does not tell its cause.
  process.stderr.write(`${inspect(error)}\n`);
  return "Not saved: the archive could not be reached. Save again.";
}
