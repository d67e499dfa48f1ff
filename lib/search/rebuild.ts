import { findIndexVersion, withRebuildLock } from "@/db/commands/search-jobs";
import { countPublished, listPublishedIds } from "@/db/queries/search-documents";
import {
  createIndex,
  deleteIndex,
  hasIndex,
  isEngineSet,
  liveIndex,
  nextIndex,
  promoteNextIndex,
} from "./engine";
import { bringUpToDate, documentSender } from "./indexing";
import { indexVersion } from "./settings";

const idsPerStep = 1_000;

/**
 * Whether the live index exists and was built by this version of settings and documents; true where no engine is set, since there
 * is nothing to build. Throws `EngineAway`.
 */
export async function indexIsCurrent(): Promise<boolean> {
  if (!isEngineSet()) return true;
  return (await findIndexVersion(liveIndex())) === indexVersion && (await hasIndex(liveIndex()));
}

/**
 * Builds a new index of all published records beside the live one and puts it in its place; searches see the old one until then,
 * and changes made meanwhile are in both. `onProgress` hears how many records of how many are done. Throws `EngineAway` or
 * `EngineRefused`, and leaves the live index as it was.
 */
export async function rebuildIndex(
  onProgress?: (done: number, total: number) => void,
): Promise<{ records: number }> {
  const built = await rebuildUnlessRunning({ wait: true }, onProgress);
  return { records: built?.records ?? 0 };
}

/** The same, but with `wait: false` answers null at once where another process is rebuilding. */
export async function rebuildUnlessRunning(
  { wait }: { wait: boolean },
  onProgress?: (done: number, total: number) => void,
): Promise<{ records: number } | null> {
  return withRebuildLock({ wait }, async (conclude) => {
    const next = nextIndex();
    await deleteIndex(next);
    await createIndex(next);
    const records = await fill(next, onProgress);
    await conclude(
      async (changed) => {
        await bringUpToDate(next, changed);
        await promoteNextIndex();
      },
      { name: liveIndex(), version: indexVersion },
    );
    return { records };
  });
}

async function fill(index: string, onProgress?: (done: number, total: number) => void): Promise<number> {
  const total = await countPublished();
  const sender = documentSender(index);
  let done = 0;
  let ids = await listPublishedIds(0, idsPerStep);
  while (ids.length > 0) {
    await sender.send(ids);
    done += ids.length;
    onProgress?.(done, Math.max(total, done));
    ids = await listPublishedIds(ids.at(-1) ?? 0, idsPerStep);
  }
  await sender.flush();
  return done;
}
