import { sql } from "drizzle-orm";
import { db, sqlPool, type Transaction } from "../client";

/** Lines of one drain: the newest, so that an edit does not wait behind a long import, and the oldest, so that none is left. */
const newestLines = 50;
const oldestLines = 450;

/** Pauses before a failing line is tried again, by its number of attempts so far; the last one repeats. */
const pausesSeconds = [1, 5, 30, 300, 1_800];

/**
 * Two locks order all index work of an archive, whatever number of processes it has. Whoever sends documents to the live index
 * holds the worker's: otherwise an older state of a record could arrive after a newer one. A rebuild holds its own all the while.
 */
const workerLock = sql`hashtext('archive:index-worker')`;
const rebuildLock = sql`hashtext('archive:index-rebuild')`;

type Line = { readonly id: number; readonly recordId: number };

/** What a drain did: nothing was due, another process is at it, or the number of lines done or put off. */
export type Drained = { done: number; failed: number } | "idle" | "busy";

/**
 * Takes due lines of the outbox and hands their records to `index`; lines are removed once that returns. What it throws for is
 * split until the record at fault stands alone, and tried again later; an error that `isPassing` names ends the drain instead and
 * leaves every line as it was.
 */
export async function drainOutbox(
  index: (recordIds: readonly number[]) => Promise<void>,
  isPassing: (error: unknown) => boolean,
): Promise<Drained> {
  return db().transaction(async (tx) => {
    const [mine] = await tx.execute<{ held: boolean }>(
      sql`select pg_try_advisory_xact_lock(${workerLock}) as held`,
    );
    if (!mine?.held) return "busy";
    const lines = await tx.execute<Line>(sql`
      (select id, record_id as "recordId" from search_outbox where due_at <= now() order by id desc limit ${newestLines})
      union
      (select id, record_id as "recordId" from search_outbox where due_at <= now() order by id limit ${oldestLines})
    `);
    if (lines.length === 0) return "idle";
    // A rebuild reads what it does not yet have from these lines at its end, so they are put aside for it instead of removed.
    const [rebuild] = await tx.execute<{ none: boolean }>(
      sql`select pg_try_advisory_xact_lock_shared(${rebuildLock}) as none`,
    );
    const finish = rebuild?.none ? removeLines : parkLines;
    return indexLines(tx, [...lines], { index, isPassing, finish });
  });
}

type Indexing = {
  readonly index: (recordIds: readonly number[]) => Promise<void>;
  readonly isPassing: (error: unknown) => boolean;
  readonly finish: (tx: Transaction, lines: readonly Line[]) => Promise<void>;
};

async function indexLines(
  tx: Transaction,
  lines: readonly Line[],
  work: Indexing,
): Promise<{ done: number; failed: number }> {
  const recordIds = [...new Set(lines.map(({ recordId }) => recordId))];
  try {
    await work.index(recordIds);
  } catch (error) {
    if (work.isPassing(error)) throw error;
    if (recordIds.length === 1) {
      await putOff(tx, lines, error);
      return { done: 0, failed: lines.length };
    }
    const half = new Set(recordIds.slice(0, Math.ceil(recordIds.length / 2)));
    const first = await indexLines(
      tx,
      lines.filter(({ recordId }) => half.has(recordId)),
      work,
    );
    const rest = await indexLines(
      tx,
      lines.filter(({ recordId }) => !half.has(recordId)),
      work,
    );
    return { done: first.done + rest.done, failed: first.failed + rest.failed };
  }
  await work.finish(tx, lines);
  return { done: lines.length, failed: 0 };
}

const idsOf = (lines: readonly Line[]) => sql`${sql.param(lines.map(({ id }) => id))}::integer[]`;

async function removeLines(tx: Transaction, lines: readonly Line[]) {
  await tx.execute(sql`delete from search_outbox where id = any(${idsOf(lines)}) or due_at = 'infinity'`);
}

async function parkLines(tx: Transaction, lines: readonly Line[]) {
  await tx.execute(sql`update search_outbox set due_at = 'infinity' where id = any(${idsOf(lines)})`);
}

async function putOff(tx: Transaction, lines: readonly Line[], error: unknown) {
  const reason = error instanceof Error ? error.message : String(error);
  const pauses = sql`${sql.param(pausesSeconds)}::integer[]`;
  await tx.execute(sql`
    update search_outbox set attempts = attempts + 1, last_error = ${reason.slice(0, 2_000)},
      due_at = now() + make_interval(secs => (${pauses})[least(attempts + 1, ${pausesSeconds.length})])
    where id = any(${idsOf(lines)})
  `);
}

/**
 * Runs a rebuild while no other runs. `build` gets a function that ends it: that one stops the worker, hands over the records that
 * changed since the rebuild began, and removes their lines when `promote` has put the new index in place. With `wait: false` returns
 * null at once where another rebuild runs.
 */
export async function withRebuildLock<Result>(
  { wait }: { wait: boolean },
  build: (
    conclude: (
      promote: (changed: readonly number[]) => Promise<void>,
      version: IndexVersion,
    ) => Promise<void>,
  ) => Promise<Result>,
): Promise<Result | null> {
  const session = await sqlPool().reserve();
  try {
    if (wait) await session`select pg_advisory_lock(hashtext('archive:index-rebuild'))`;
    else {
      const [mine] = await session`select pg_try_advisory_lock(hashtext('archive:index-rebuild')) as held`;
      if (!mine?.held) return null;
    }
    const [begun] =
      await session`select pg_backend_pid() as pid, array(select id from search_outbox) as lines`;
    const seen = new Set<number>(begun?.lines);
    return await build(async (promote, version) => {
      const [now] = await session`select pg_backend_pid() as pid`;
      // The lock went with the connection it was taken on; edits may have been missed since.
      if (now?.pid !== begun?.pid)
        throw new Error("The rebuild lost its connection to PostgreSQL and must start again.");
      await concludeRebuild(seen, promote, version);
    });
  } finally {
    await session`select pg_advisory_unlock_all()`.catch(() => undefined);
    session.release();
  }
}

export type IndexVersion = { readonly name: string; readonly version: string };

async function concludeRebuild(
  seen: ReadonlySet<number>,
  promote: (changed: readonly number[]) => Promise<void>,
  { name, version }: IndexVersion,
) {
  await db().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${workerLock})`);
    const lines = [...(await tx.execute<Line>(sql`select id, record_id as "recordId" from search_outbox`))];
    const changed = lines.filter(({ id }) => !seen.has(id)).map(({ recordId }) => recordId);
    await promote([...new Set(changed)]);
    await tx.execute(sql`delete from search_outbox where id = any(${idsOf(lines)})`);
    await tx.execute(sql`
      insert into search_index_state (name, version, built_at) values (${name}, ${version}, now())
      on conflict (name) do update set version = excluded.version, built_at = excluded.built_at
    `);
  });
}

/** The version that the live index of this name was built from; null when none was. */
export async function findIndexVersion(name: string): Promise<string | null> {
  const [row] = await db().execute<{ version: string }>(
    sql`select version from search_index_state where name = ${name}`,
  );
  return row?.version ?? null;
}

/** Calls `wake` whenever a transaction that changed records commits, in any process; returns how to stop. */
export async function listenForJobs(channel: string, wake: () => void): Promise<() => Promise<void>> {
  const listening = await sqlPool().listen(channel, wake, wake);
  return () => listening.unlisten();
}
