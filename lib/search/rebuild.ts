import { setTimeout as sleep } from "node:timers/promises";
import { putAsideRefused } from "@/db/commands/index-work";
import {
  beginDocuments,
  beginRebuild,
  concludeRebuild,
  listIndexChanges,
  noteRebuild,
  settleIndexChanges,
  withRebuildLock,
  type RebuildStage,
} from "@/db/commands/index-rebuilds";
import { refreshAllRecordSearch } from "@/db/commands/record-search";
import { rebuildPostings } from "@/db/commands/search-postings";
import { doEditsWait } from "@/db/queries/index-jobs";
import { findRebuild, type Rebuild } from "@/db/queries/index-rebuilds";
import { countPublished, countRecords, listPublishedIds } from "@/db/queries/search-documents";
import {
  createIndex,
  deleteIndex,
  EngineAway,
  EngineRefused,
  indexMadeAt,
  liveIndex,
  nextIndex,
  promoteNextIndex,
} from "./engine";
import { bringUpToDate } from "./indexing";
import { createPace } from "./pace";
import { indexVersion } from "./settings";

/** Changes that may be left for the end, when the worker waits until they are in the new index. */
const fewChanges = 50;
const changesPerStep = 200;
/** Records that the engine may refuse before something else than these records must be wrong. */
const mostRefused = 100;
/** How long an engine that goes away in mid-work is waited for. */
const patienceMs = 120_000;
const pauseMs = 500;

export type { Rebuild, RebuildStage };

/** The rebuild was told to stop; the next one goes on from where it was. */
export class RebuildInterrupted extends Error {
  override name = "RebuildInterrupted";
}

export type RebuildWish = {
  /** Begin anew even where an earlier rebuild could be gone on with. */
  readonly fresh?: boolean;
  /** Write what PostgreSQL searches in anew, too. */
  readonly whole?: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Hears of an earlier rebuild that this one goes on with, or that is of no use any more. */
  readonly onFound?: (earlier: Rebuild, isResumed: boolean) => void;
  /** Hears how many records of how many are done. */
  readonly onProgress?: (stage: RebuildStage, done: number, total: number) => void;
};

/**
 * Builds a new index of all published records beside the live one and puts it in its place; searches see the old one until then, and
 * changes made meanwhile are in both. A rebuild that was interrupted, however, is gone on with while settings and documents are still
 * those that it began with. Throws `EngineAway`, `EngineRefused` or `RebuildInterrupted`, and leaves the live index as it was.
 */
export async function rebuildIndex(wish: RebuildWish = {}): Promise<{ records: number }> {
  const built = await withRebuildLock({ wait: true }, (assertHeld) => build(wish, assertHeld));
  return built ?? { records: 0 };
}

/** The same, but answers null at once where another process is rebuilding. */
export async function rebuildUnlessRunning(wish: RebuildWish = {}): Promise<{ records: number } | null> {
  return withRebuildLock({ wait: false }, (assertHeld) => build(wish, assertHeld));
}

async function build(wish: RebuildWish, assertHeld: () => Promise<void>): Promise<{ records: number }> {
  const name = liveIndex();
  const earlier = await findRebuild(name);
  const isResumed = earlier !== null && !wish.fresh && (await isOfUse(earlier));
  if (earlier) wish.onFound?.(earlier, isResumed);
  const begun = isResumed
    ? earlier
    : await beginRebuild(name, indexVersion, wish.whole ? "vectors" : "documents", await countRecords());
  await renewPostgres(begun, wish);
  const rebuild = await openDocuments(begun);
  if ((await indexMadeAt(name)) === rebuild.madeAt) {
    // The process before this one ended between the exchange and its note.
    await concludeRebuild(rebuild, async () => undefined);
    await deleteIndex(nextIndex());
    return { records: rebuild.done };
  }
  const records = await walk(rebuild, wish);
  await catchUp(wish);
  await assertHeld();
  await concludeRebuild(rebuild, (changed) => promote(rebuild, changed));
  return { records };
}

/** Whether an earlier rebuild can be gone on with: its index is still there, and would become what is wanted now. */
async function isOfUse({ version, madeAt }: Rebuild): Promise<boolean> {
  if (version !== indexVersion) return false;
  if (madeAt === null) return true;
  return (await indexMadeAt(nextIndex())) === madeAt || (await indexMadeAt(liveIndex())) === madeAt;
}

/** The stages before the documents: what PostgreSQL searches in, words and passages, and the postings made from them. */
async function renewPostgres({ name, stage, lastRecordId, done, total }: Rebuild, wish: RebuildWish) {
  if (stage === "vectors") {
    let refreshed = done;
    await refreshAllRecordSearch(lastRecordId, async (ids) => {
      refreshed += ids.length;
      await noteRebuild(name, { lastRecordId: ids.at(-1) ?? lastRecordId, done: refreshed });
      wish.onProgress?.("vectors", refreshed, Math.max(total, refreshed));
      assertWanted(wish);
    });
    await noteRebuild(name, { stage: "postings", lastRecordId: 0, done: 0 });
  }
  if (stage === "documents") return;
  await rebuildPostings((posted) => {
    wish.onProgress?.("postings", posted, Math.max(total, posted));
    assertWanted(wish);
  });
}

/** The rebuild with an index to fill: the one it has already, or an empty one. */
async function openDocuments(rebuild: Rebuild): Promise<Rebuild> {
  if (rebuild.madeAt !== null) return rebuild;
  const next = nextIndex();
  await deleteIndex(next);
  await createIndex(next);
  const madeAt = await indexMadeAt(next);
  if (madeAt === null) throw new EngineAway("The search engine lost the index that it had just made.");
  const total = await countPublished();
  await beginDocuments(rebuild.name, madeAt, total);
  return { ...rebuild, stage: "documents", madeAt, lastRecordId: 0, done: 0, total };
}

/** Sends all published records from where the rebuild is, a bounded job of the engine at a time; answers how many there are. */
async function walk({ name, lastRecordId, done, total }: Rebuild, wish: RebuildWish): Promise<number> {
  const pace = createPace("rebuild");
  let refused = 0;
  let position = { lastRecordId, done };
  for (;;) {
    assertWanted(wish);
    const ids = await listPublishedIds(position.lastRecordId, pace.size());
    const last = ids.at(-1);
    if (last === undefined) return position.done;
    const began = performance.now();
    const failures = await patiently(() => bringUpToDate(nextIndex(), ids), wish.signal);
    const took = performance.now() - began;
    if (await doEditsWait()) pace.sawEdits();
    pace.took(ids.length, took);
    refused += failures.length;
    if (refused > mostRefused)
      throw new EngineRefused(failures[0]?.reason ?? "Too many records were refused.");
    await putAsideRefused(failures);
    position = { lastRecordId: last, done: position.done + ids.length };
    await noteRebuild(name, position);
    wish.onProgress?.("documents", position.done, Math.max(total, position.done));
  }
}

/** Brings what changed meanwhile into the new index, until little is left for the moment in which the worker waits. */
async function catchUp(wish: RebuildWish) {
  for (;;) {
    assertWanted(wish);
    const changes = await listIndexChanges(changesPerStep);
    if (changes.length < fewChanges) return;
    const ids = changes.map(({ recordId }) => recordId);
    await patiently(() => bringUpToDate(nextIndex(), ids), wish.signal);
    await settleIndexChanges(changes);
  }
}

async function promote({ madeAt }: Rebuild, changed: readonly number[]) {
  await bringUpToDate(nextIndex(), changed);
  // An engine that lost its data and took documents since has made an index by itself, without our settings.
  if ((await indexMadeAt(nextIndex())) !== madeAt)
    throw new EngineAway("The search engine lost the index under construction; it must be begun anew.");
  await promoteNextIndex();
}

function assertWanted({ signal }: RebuildWish) {
  if (signal?.aborted) throw new RebuildInterrupted("The rebuild was interrupted.");
}

/** Takes a step again while the engine is away, for a while: it may be starting again. */
async function patiently<Result>(step: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof EngineAway) || Date.now() > deadline || signal?.aborted) throw error;
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
