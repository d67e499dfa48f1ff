import { eq, sql } from "drizzle-orm";
import { db, sqlPool } from "../client";
import { indexQueues } from "../job-queue";
import { rebuildLockName, type Rebuild } from "../queries/index-rebuilds";
import { searchRebuilds, type rebuildStages } from "../schema";
import { workerLock } from "./index-work";

export type RebuildStage = (typeof rebuildStages)[number];

/**
 * Runs a rebuild while no other runs; with `wait: false` returns null at once where another one does. `work` gets a function that
 * throws where the lock was lost meanwhile with its connection.
 */
export async function withRebuildLock<Result>(
  { wait }: { wait: boolean },
  work: (assertHeld: () => Promise<void>) => Promise<Result>,
): Promise<Result | null> {
  const session = await sqlPool().reserve();
  try {
    if (wait) await session`select pg_advisory_lock(hashtext(${rebuildLockName}))`;
    else {
      const [mine] = await session`select pg_try_advisory_lock(hashtext(${rebuildLockName})) as held`;
      if (!mine?.held) return null;
    }
    const [begun] = await session`select pg_backend_pid() as pid`;
    return await work(async () => {
      const [now] = await session`select pg_backend_pid() as pid`;
      if (now?.pid !== begun?.pid) throw new Error("The rebuild lost its connection to PostgreSQL.");
    });
  } finally {
    await session`select pg_advisory_unlock_all()`.catch(() => undefined);
    session.release();
  }
}

/** Begins a rebuild in place of any other. From here on the worker notes what it changes in the live index. */
export async function beginRebuild(
  name: string,
  version: string,
  stage: RebuildStage,
  total: number,
): Promise<Rebuild> {
  return db().transaction(async (tx) => {
    await tx.execute(sql`delete from search_rebuilds`);
    await tx.execute(sql`delete from search_index_changes`);
    const [rebuild] = await tx.insert(searchRebuilds).values({ name, version, stage, total }).returning();
    if (!rebuild) throw new Error("The rebuild was not noted.");
    return rebuild;
  });
}

/** Notes how far a rebuild is, so that another process can go on from there. */
export async function noteRebuild(
  name: string,
  progress: Partial<Pick<Rebuild, "stage" | "lastRecordId" | "done" | "total">>,
) {
  await db()
    .update(searchRebuilds)
    .set({ ...progress, movedAt: new Date() })
    .where(eq(searchRebuilds.name, name));
}

/**
 * Notes that the walk through the records begins, with an empty index that the engine made at this time. Jobs that wait now, and what
 * the live index was sent before, are covered by it: it reads their records later than they were written.
 */
export async function beginDocuments(name: string, madeAt: string, total: number) {
  await db().transaction(async (tx) => {
    await tx
      .update(searchRebuilds)
      .set({ stage: "documents", madeAt, lastRecordId: 0, done: 0, total, movedAt: new Date() })
      .where(eq(searchRebuilds.name, name));
    await tx.execute(sql`delete from search_index_changes`);
    await tx.execute(sql`
      update jobs.job set data = data || ${JSON.stringify({ covered: madeAt })}::jsonb where name = any(${indexQueueNames})
    `);
  });
}

const indexQueueNames = sql`${sql.param(Object.values(indexQueues))}::text[]`;

/** A record that changed in the live index during the rebuild, and how often. */
export type IndexChange = { readonly recordId: number; readonly marks: number };

/** Some of the changes that the new index has not got yet. */
export async function listIndexChanges(limit: number): Promise<IndexChange[]> {
  const rows = await db().execute<IndexChange>(sql`
    select record_id as "recordId", marks from search_index_changes order by record_id limit ${limit}
  `);
  return [...rows];
}

/** Forgets changes that the new index has now, but for records that have changed again since they were listed. */
export async function settleIndexChanges(changes: readonly IndexChange[]) {
  const ids = sql`${sql.param(changes.map(({ recordId }) => recordId))}::integer[]`;
  const marks = sql`${sql.param(changes.map((change) => change.marks))}::integer[]`;
  await db().execute(sql`
    delete from search_index_changes c using unnest(${ids}, ${marks}) as done (record_id, marks)
    where c.record_id = done.record_id and c.marks = done.marks
  `);
}

/**
 * Ends a rebuild: stops the worker, lets `promote` bring the last changes and put the new index in its place, and notes what the live
 * index is from now on. Jobs that the rebuild has covered are over.
 */
export async function concludeRebuild(
  rebuild: Rebuild,
  promote: (changed: readonly number[]) => Promise<void>,
): Promise<void> {
  const { name, version, madeAt } = rebuild;
  await db().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${workerLock})`);
    const changed = await tx.execute<{ id: number }>(sql`select record_id as id from search_index_changes`);
    await promote([...changed].map(({ id }) => id));
    await tx.execute(
      sql`delete from jobs.job where name = any(${indexQueueNames}) and data->>'covered' = ${madeAt}`,
    );
    await tx.execute(sql`delete from search_index_changes`);
    await tx.execute(sql`delete from search_rebuilds where name = ${name}`);
    await tx.execute(sql`
      insert into search_index_state (name, version, built_at, made_at) values (${name}, ${version}, now(), ${madeAt})
      on conflict (name) do update set version = excluded.version, built_at = excluded.built_at, made_at = excluded.made_at
    `);
  });
}
