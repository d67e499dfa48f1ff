import { sql } from "drizzle-orm";
import { assertMay, type Actor } from "@/lib/archive/permissions";
import { db, type Transaction } from "../client";
import { indexQueues, jobQueue, through, type IndexJob } from "../job-queue";
import { refreshRecordSearch } from "./record-search";

/** The channel that wakes the index worker; what it must do stands in the queue. */
export const indexJobsChannel = "archive_index_jobs";

/** A change of more records than this is no single edit, and its jobs wait behind those of edits. */
const mostOfAnEdit = 20;
const jobsPerStatement = 5_000;

/**
 * Marks records as changed for both kinds of search: PostgreSQL's own vectors are renewed at once, the search engine's document
 * is asked for in the queue. Call it in the transaction that changes the records or anything their documents show.
 */
export async function reindexRecords(tx: Transaction, recordIds: readonly number[]) {
  if (recordIds.length === 0) return;
  await refreshRecordSearch(tx, recordIds);
  await queueIndexJobs(tx, recordIds);
}

/**
 * Asks for the documents of these records alone. A job is added even where one waits already: that one may be in hand, and have
 * read the record before this change.
 */
async function queueIndexJobs(tx: Transaction, recordIds: readonly number[]) {
  const name = recordIds.length > mostOfAnEdit ? indexQueues.bulk : indexQueues.edits;
  for (let start = 0; start < recordIds.length; start += jobsPerStatement) {
    const jobs = recordIds
      .slice(start, start + jobsPerStatement)
      .map((recordId) => ({ name, data: { recordId } satisfies IndexJob }));
    await jobQueue().insert(jobs, { db: through(tx) });
  }
  await tx.execute(sql`select pg_notify(${indexJobsChannel}, '')`);
}

/** Records of one transaction of a mending: edits of these wait for it. */
const mendedAtOnce = 200;

/** Asks for the documents of records that were found to be wrong in the search engine. */
export async function mendIndexOf(recordIds: readonly number[]) {
  if (recordIds.length > 0) await db().transaction((tx) => queueIndexJobs(tx, recordIds));
}

/** Writes what PostgreSQL searches in for records that it does not know, and asks for their documents. */
export async function mendSearchOf(recordIds: readonly number[]) {
  for (let start = 0; start < recordIds.length; start += mendedAtOnce) {
    const slice = recordIds.slice(start, start + mendedAtOnce);
    await db().transaction((tx) => reindexRecords(tx, slice));
  }
}

/**
 * Asks for failed documents again, at once and with all attempts anew: those of the given jobs, or of all that failed. Returns for how
 * many records; jobs that are over meanwhile are passed over.
 */
export async function tryIndexJobsAgain(ids: readonly string[] | "all", by: Actor): Promise<number> {
  assertMay(by, "search.mend");
  const chosen = ids === "all" ? sql`true` : sql`id = any(${sql.param([...ids])}::uuid[])`;
  return db().transaction(async (tx) => {
    const rows = await tx.execute<{ id: number }>(sql`
      delete from jobs.job where name = ${indexQueues.failing} and ${chosen} returning (data->>'recordId')::integer as id
    `);
    const recordIds = [...rows].map(({ id }) => id);
    if (recordIds.length > 0) await queueIndexJobs(tx, recordIds);
    return recordIds.length;
  });
}
