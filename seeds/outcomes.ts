import type { Change } from "@/db/commands/records";

/** The one row that an insert returned. Throws when there is none, which an insert without "on conflict" cannot do. */
export async function inserted<Row>(rows: PromiseLike<Row[]>): Promise<Row> {
  const [row] = await rows;
  if (!row) throw new Error("The row was not stored.");
  return row;
}

/** A change of a record that nobody else can have touched. Throws when somebody has. */
export function changed(change: Change): Extract<Change, { ok: true }> {
  if (!change.ok) throw new Error(`The record could not be changed: ${change.reason}.`);
  return change;
}
