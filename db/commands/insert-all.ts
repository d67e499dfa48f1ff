/** Rows of one statement; PostgreSQL takes at most 65,534 parameters and no row has more than a dozen. */
const rowsPerStatement = 4_000;

/** Inserts rows in as many statements as they need, and none where there are no rows: an empty VALUES list is an error. */
export async function insertAll<Row>(rows: readonly Row[], insert: (rows: Row[]) => PromiseLike<unknown>) {
  for (let start = 0; start < rows.length; start += rowsPerStatement)
    await insert(rows.slice(start, start + rowsPerStatement));
}
