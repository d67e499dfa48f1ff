import { sql } from "drizzle-orm";
import type { Transaction } from "../client";
import { searchOutbox } from "../schema";
import { refreshRecordSearch } from "./record-search";

/** The channel that wakes the index worker; what it must do stands in the outbox. */
export const outboxChannel = "archive_outbox";

/** Lines of one statement; PostgreSQL takes at most 65,534 parameters. */
const linesPerStatement = 10_000;

/**
 * Marks records as changed for both kinds of search: PostgreSQL's own vectors are renewed at once, the search engine's document
 * is asked for in the outbox. Call it in the transaction that changes the records or anything their documents show.
 */
export async function reindexRecords(tx: Transaction, recordIds: readonly number[]) {
  if (recordIds.length === 0) return;
  await refreshRecordSearch(tx, recordIds);
  for (let start = 0; start < recordIds.length; start += linesPerStatement) {
    const lines = recordIds.slice(start, start + linesPerStatement).map((recordId) => ({ recordId }));
    await tx.insert(searchOutbox).values(lines);
  }
  await tx.execute(sql`select pg_notify(${outboxChannel}, '')`);
}
