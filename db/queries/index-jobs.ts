import { sql } from "drizzle-orm";
import { db } from "../client";
import { indexQueues } from "../job-queue";

/** How it stands with the index jobs. */
export type IndexJobCounts = {
  /** Jobs that wait for their first turn, and for how many seconds the oldest has; zero seconds when none waits. */
  readonly waiting: number;
  readonly seconds: number;
  /** Records that could not be indexed: those that are tried again, and those that no longer are. */
  readonly failing: number;
  readonly failed: number;
};

/** Counts the index jobs. */
export async function countIndexJobs(): Promise<IndexJobCounts> {
  const { edits, bulk, failing } = indexQueues;
  const [counts] = await db().execute<IndexJobCounts>(sql`
    select count(*) filter (where name <> ${failing})::integer as waiting,
      coalesce(extract(epoch from clock_timestamp() - min(created_on) filter (where name <> ${failing})), 0)::float8 as seconds,
      count(*) filter (where name = ${failing} and state < 'active')::integer as failing,
      count(*) filter (where name = ${failing} and state = 'failed')::integer as failed
    from jobs.job where name in (${edits}, ${bulk}, ${failing})
  `);
  return counts ?? { waiting: 0, seconds: 0, failing: 0, failed: 0 };
}

/** Whether somebody edits and waits for the index; what has waited long waits for a worker, not for the engine. */
export async function doEditsWait(): Promise<boolean> {
  const [row] = await db().execute<{ wait: boolean }>(
    sql`select exists (select from jobs.job where name = ${indexQueues.edits} and state < 'active' and created_on > now() - interval '30 seconds') as wait`,
  );
  return row?.wait === true;
}

/** Of these records, the ones that wait to be indexed for the first time. */
export async function listWaitingRecords(recordIds: readonly number[]): Promise<number[]> {
  if (recordIds.length === 0) return [];
  const rows = await db().execute<{ id: number }>(sql`
    select distinct (data->>'recordId')::integer as id from jobs.job
    where name in (${indexQueues.edits}, ${indexQueues.bulk}) and (data->>'recordId')::integer = any(${sql.param([...recordIds])}::integer[])
  `);
  return [...rows].map(({ id }) => id);
}

/** A record that could not be indexed. */
export type FailingIndexJob = {
  readonly id: string;
  readonly recordId: number;
  /** Null where the record is gone. */
  readonly title: string | null;
  readonly reason: string;
  readonly attempts: number;
  /** When it is tried again; null once that has been given up. */
  readonly nextAt: Date | null;
};

/** The first records that could not be indexed; those that are no longer tried again come before the rest. */
export async function listFailingIndexJobs(limit: number): Promise<FailingIndexJob[]> {
  const rows = await db().execute<Omit<FailingIndexJob, "nextAt"> & { nextAt: string | null }>(sql`
    select j.id, (j.data->>'recordId')::integer as "recordId", r.title,
      coalesce(j.output->>'message', j.data->>'reason', '') as reason,
      case when j.started_on is null then 1 else j.retry_count + 2 end as attempts,
      case when j.state < 'active' then j.start_after end as "nextAt"
    from jobs.job j left join records r on r.id = (j.data->>'recordId')::integer
    where j.name = ${indexQueues.failing}
    order by j.state desc, j.created_on, j.id limit ${limit}
  `);
  return [...rows].map((row) => ({ ...row, nextAt: row.nextAt === null ? null : new Date(row.nextAt) }));
}
