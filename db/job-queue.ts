import { sql, type SQL } from "drizzle-orm";
import PgBoss from "pg-boss";
import { db, type Database, type Transaction } from "./client";

/** Queues of index jobs: what a curator waits for, what may take its time, and what failed and is tried again. */
export const indexQueues = { edits: "index-edits", bulk: "index-bulk", failing: "index-failing" } as const;

/** One record whose document in the search engine is out of date. What it must be now is read when the job is done. */
export type IndexJob = { readonly recordId: number };

let boss: PgBoss | undefined;

/**
 * The queue of jobs (pg-boss). It is never started: its tables come with the migrations, and whoever works fetches jobs and settles them
 * in one transaction, so that the jobs of a process that dies are free again at once. Nothing expires and nothing is thrown away.
 */
export function jobQueue(): PgBoss {
  boss ??= new PgBoss({
    schema: "jobs",
    db: { executeSql: (text, values) => through(db()).executeSql(text, values) },
    migrate: false,
    supervise: false,
    schedule: false,
  });
  return boss;
}

/** Lets the queue read and write in an open transaction: what it does comes and goes with the rest. */
export function through(connection: Database | Transaction): PgBoss.Db {
  return {
    async executeSql(text, values) {
      return { rows: [...(await connection.execute(bound(text, values)))] };
    },
  };
}

/** A statement of the queue, which numbers its parameters itself, as drizzle writes them. */
function bound(text: string, values: readonly unknown[] = []): SQL {
  const parts = text.split(/\$(\d+)/);
  return sql.join(
    parts.map((part, n) =>
      n % 2 === 0 ? sql.raw(part) : sql`${sql.param(written(values[Number(part) - 1]))}`,
    ),
  );
}

/** drizzle hands JSON on as it is, so that it must be text by then; lists are PostgreSQL's own. */
const written = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? JSON.stringify(value)
    : (value ?? null);

/** Takes up to `limit` jobs that are due, the oldest first, and holds them until the transaction ends. Throws what PostgreSQL says. */
export async function fetchJobs<Data extends object>(
  tx: Transaction,
  queue: string,
  limit: number,
): Promise<PgBoss.JobWithMetadata<Data>[]> {
  if (limit < 1) return [];
  // The queue takes every failure of this statement for a race that it lost, and answers that there is nothing to do.
  let failure: unknown;
  const jobs = await jobQueue().fetch<Data>(queue, {
    batchSize: limit,
    includeMetadata: true,
    priority: false,
    db: {
      async executeSql(text, values) {
        try {
          return await through(tx).executeSql(text, values);
        } catch (error) {
          failure = error;
          throw error;
        }
      },
    },
  });
  if (failure !== undefined) throw failure;
  return jobs;
}
