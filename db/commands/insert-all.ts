import { getTableColumns, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "../client";

/** Rows of one statement; PostgreSQL takes at most 65,534 parameters and no row has more than a dozen. */
const rowsPerStatement = 4_000;

/** Inserts rows in as many statements as they need, and none where there are no rows: an empty VALUES list is an error. */
export async function insertAll<Row>(rows: readonly Row[], insert: (rows: Row[]) => PromiseLike<unknown>) {
  for (let start = 0; start < rows.length; start += rowsPerStatement)
    await insert(rows.slice(start, start + rowsPerStatement));
}

/**
 * Inserts rows of words, numbers and times with one array a column. However many they are, the statement is the same and has few
 * parameters; as lists of values, building and reading it takes most of the time. Throws when a value is something else, and what
 * PostgreSQL throws for a row that is there already, unless `skipsKnown`.
 */
export async function insertColumns<Table extends PgTable>(
  tx: Transaction,
  table: Table,
  rows: readonly Table["$inferInsert"][],
  { skipsKnown = false } = {},
) {
  if (rows.length === 0) return;
  const cells = rows.map((row) => new Map<string, unknown>(Object.entries(row)));
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => cells.some((row) => row.has(key)));
  const names = columns.map(([key]) => sql.identifier(toSnakeCase(key)));
  const arrays = columns.map(([key, column]) => {
    const values = cells.map((row) => cellOf(row.get(key)));
    return column.getSQLType() === "integer"
      ? sql`${sql.param(values)}::integer[]`
      : sql`${sql.param(values)}::text[]`;
  });
  const typed = columns.map(([, column], index) => sql`${names[index]}::${sql.raw(column.getSQLType())}`);
  const list = sql.join(names, sql`, `);
  await tx.execute(sql`
    insert into ${table} (${list}) select ${sql.join(typed, sql`, `)}
    from unnest(${sql.join(arrays, sql`, `)}) as given (${list})
    ${skipsKnown ? sql`on conflict do nothing` : sql``}
  `);
}

function cellOf(value: unknown): string | number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "number") return value;
  if (value instanceof Date) return value.toISOString();
  throw new TypeError(`A column cannot be filled from a value of type ${typeof value}.`);
}
