/** The one row that an insert returned. Throws when there is none, which an insert without "on conflict" cannot do. */
export async function inserted<Row>(rows: PromiseLike<Row[]>): Promise<Row> {
  const [row] = await rows;
  if (!row) throw new Error("The row was not stored.");
  return row;
}
