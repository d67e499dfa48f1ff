import { sql } from "drizzle-orm";
import { db, type Transaction } from "../client";
import { fetchJobs, indexQueues, jobQueue, through, type IndexJob } from "../job-queue";

/** A record whose document could not be made or was not taken, and why. */
export type IndexFailure = { readonly recordId: number; readonly reason: string };

/** Brings documents up to date. Answers which of them came to nothing; throws when that says nothing about the records. */
export type IndexRecords = (recordIds: readonly number[]) => Promise<readonly IndexFailure[]>;

/** What a round did: nothing was due, another process is at it, or how many jobs of each kind were done and how many records failed. */
export type Round =
  | "idle"
  | "busy"
  | { readonly edits: number; readonly bulk: number; readonly failed: number };

/** Seconds before a record that failed for the first time is tried again; pg-boss doubles the pauses from there. */
const firstPauseSeconds = "1";
const longestReason = 2_000;

/**
 * Whoever sends documents to the live index holds this lock, whatever number of processes the archive has: otherwise an older state of
 * a record could arrive after a newer one.
 */
export const workerLock = sql`hashtext('archive:index-worker')`;

async function isOurTurn(tx: Transaction): Promise<boolean> {
  const [mine] = await tx.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(${workerLock}) as held`,
  );
  return mine?.held === true;
}

/**
 * Hands the records of waiting jobs to `index`, edits and a share of the bulk together, and removes the jobs once it returns. Records
 * that failed are put aside, to be tried again alone. What `index` throws leaves every job as it was, and costs none an attempt.
 */
export async function workOffIndexJobs(
  liveIndex: string,
  limits: { readonly edits: number; readonly bulk: number },
  index: IndexRecords,
): Promise<Round> {
  return db().transaction(async (tx) => {
    if (!(await isOurTurn(tx))) return "busy";
    const edits = await fetchJobs<IndexJob>(tx, indexQueues.edits, limits.edits);
    const bulk = await fetchJobs<IndexJob>(tx, indexQueues.bulk, limits.bulk);
    const recordIds = [...new Set([...edits, ...bulk].map(({ data }) => data.recordId))];
    if (recordIds.length === 0) return "idle";
    const failures = await index(recordIds);
    await settle(tx, liveIndex, recordIds, failures.length);
    await putAside(tx, failures);
    await removeJobs(tx, indexQueues.edits, edits);
    await removeJobs(tx, indexQueues.bulk, bulk);
    return { edits: edits.length, bulk: bulk.length, failed: failures.length };
  });
}

/** Tries one of the records that failed again, if one is due; the queue decides how long it pauses before the next time, and when to give up. */
export async function tryFailingIndexJob(liveIndex: string, index: IndexRecords): Promise<Round> {
  return db().transaction(async (tx) => {
    if (!(await isOurTurn(tx))) return "busy";
    const [job] = await fetchJobs<IndexJob>(tx, indexQueues.failing, 1);
    if (!job) return "idle";
    const [failure] = await index([job.data.recordId]);
    if (failure) {
      const reason = { message: failure.reason.slice(0, longestReason) };
      await jobQueue().fail(indexQueues.failing, job.id, reason, { db: through(tx) });
      return { edits: 0, bulk: 0, failed: 1 };
    }
    await settle(tx, liveIndex, [job.data.recordId], 0);
    return { edits: 1, bulk: 0, failed: 0 };
  });
}

/** Notes what follows from sending records: earlier failures of theirs are over, and a rebuild under way needs them once more. */
async function settle(tx: Transaction, liveIndex: string, recordIds: readonly number[], failed: number) {
  const ids = sql`${sql.param([...recordIds])}::integer[]`;
  await forgetFailures(tx, recordIds);
  await tx.execute(sql`
    insert into search_index_changes (record_id) select unnest(${ids}) where exists (select from search_rebuilds)
    on conflict (record_id) do update set marks = search_index_changes.marks + 1
  `);
  await tx.execute(sql`
    update search_index_state set documents_sent = documents_sent + ${recordIds.length - failed} where name = ${liveIndex}
  `);
}

async function forgetFailures(tx: Transaction, recordIds: readonly number[]) {
  const ids = sql`${sql.param([...recordIds])}::integer[]`;
  await tx.execute(
    sql`delete from jobs.job where name = ${indexQueues.failing} and (data->>'recordId')::integer = any(${ids})`,
  );
}

/** Puts records aside that the engine refused elsewhere than in the live index, so that they are not forgotten. */
export async function putAsideRefused(failures: readonly IndexFailure[]) {
  if (failures.length > 0) await db().transaction((tx) => putAside(tx, failures));
}

/** Puts records that failed into the queue of those that are tried again, each once. */
async function putAside(tx: Transaction, failures: readonly IndexFailure[]) {
  if (failures.length === 0) return;
  await forgetFailures(
    tx,
    failures.map(({ recordId }) => recordId),
  );
  const jobs = failures.map(({ recordId, reason }) => ({
    name: indexQueues.failing,
    data: { recordId, reason: reason.slice(0, longestReason) },
    startAfter: firstPauseSeconds,
  }));
  await jobQueue().insert(jobs, { db: through(tx) });
}

async function removeJobs(tx: Transaction, queue: string, jobs: readonly { readonly id: string }[]) {
  if (jobs.length === 0) return;
  await jobQueue().deleteJob(
    queue,
    jobs.map(({ id }) => id),
    { db: through(tx) },
  );
}
