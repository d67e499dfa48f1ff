import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { db, sqlPool } from "@/db/client";
import { describeRecord } from "@/db/commands/records";
import { findRecordDescription, type RecordDescription } from "@/db/queries/record-description";
import { ask, EngineAway } from "@/lib/search/engine";
import { pageSize } from "@/lib/search/state";
import { quantile } from "./answers";

/** How long half and nearly all of the edits took until they were found, in milliseconds from their commit. */
type Found = { readonly p50: number; readonly p95: number; readonly slowest: number };

export type MeasuredEdits = {
  readonly edits: number;
  /** Edits that were refused, or not found in time. */
  readonly failures: number;
  readonly perSecond: number;
  /** By the archive's own search over HTTP, and by the engine's index. */
  readonly archive: Found;
  readonly engine: Found;
};

const perSecond = 10;
/** Between two looks for one edit; found is found up to so much later than it could have been. */
const pauseMs = 20;
const patienceMs = 30_000;

type Edited = { readonly id: number; readonly version: number; readonly description: RecordDescription };

/** Edits ten records a second, whatever becomes of the edits before, and looks for each until it is found. */
export async function measureEdits(serverUrl: string, seconds: number): Promise<MeasuredEdits> {
  const chosen = await recordsToEdit(seconds * perSecond);
  const began = performance.now();
  const waits = await Promise.all(
    chosen.map(async (record, number) => {
      await sleep(Math.max(0, began + (number * 1000) / perSecond - performance.now()));
      return editAndFind(record, number, serverUrl);
    }),
  );
  const sorted = (of: (wait: Wait) => number) =>
    waits
      .flatMap((wait) => (wait ? of(wait) : []))
      .filter(Number.isFinite)
      .toSorted((a, b) => a - b);
  const archive = sorted((wait) => wait.archive);
  const engine = sorted((wait) => wait.engine);
  return {
    edits: chosen.length,
    failures: chosen.length - Math.min(archive.length, engine.length),
    perSecond,
    archive: foundOf(archive),
    engine: foundOf(engine),
  };
}

const foundOf = (sorted: readonly number[]): Found => ({
  p50: quantile(sorted, 0.5),
  p95: quantile(sorted, 0.95),
  slowest: sorted.at(-1) ?? 0,
});

/** Read beforehand, so that nothing but the edit is left to do when its turn comes. */
async function recordsToEdit(count: number): Promise<Edited[]> {
  const rows = await sqlPool()<{ id: number; version: number }[]>`
    select id, version from records where status = 'published' order by md5('edit ' || slug) limit ${count}`;
  const edited: Edited[] = [];
  for (const row of rows) {
    const description = await findRecordDescription(db(), row.id);
    if (description) edited.push({ ...row, description });
  }
  return edited;
}

type Wait = { readonly archive: number; readonly engine: number };

/** Gives a record a word that no other has; null where the edit is refused. */
async function editAndFind(
  { id, version, description }: Edited,
  number: number,
  serverUrl: string,
): Promise<Wait | null> {
  const word = rareWord(number);
  const summary = `${description.summary ?? ""} ${word}`.trim();
  const change = await describeRecord(id, version, { ...description, summary }, "archive").catch(() => null);
  if (!change?.ok) return null;
  const committedAt = performance.now();
  const [archive, engine] = await Promise.all([
    timeUntil(committedAt, () => archiveFinds(serverUrl, word, id)),
    timeUntil(committedAt, () => engineFinds(word, id)),
  ]);
  return { archive, engine };
}

/** Twelve letters that chance alone would not put together, unlike those of any other number. */
const rareWord = (number: number): string =>
  Array.from(createHash("md5").update(`edit ${number}`).digest().subarray(0, 12), (byte) =>
    String.fromCodePoint(97 + (byte % 26)),
  ).join("");

async function timeUntil(since: number, isFound: () => Promise<boolean>): Promise<number> {
  while (performance.now() - since < patienceMs) {
    if (await isFound()) return performance.now() - since;
    await sleep(pauseMs);
  }
  return Infinity;
}

async function archiveFinds(url: string, word: string, id: number): Promise<boolean> {
  try {
    const response = await fetch(`${url}/search?q=${word}&format=json&page=1`, {
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await response.text();
    const page: { records?: { id: number }[] } = response.ok ? JSON.parse(text) : {};
    return page.records?.some((record) => record.id === id) ?? false;
  } catch {
    return false;
  }
}

async function engineFinds(word: string, id: number): Promise<boolean> {
  try {
    const [answer] = await ask([{ q: word, limit: pageSize, attributesToRetrieve: ["id"] }]);
    return answer?.hits.some((hit) => hit.id === id) ?? false;
  } catch (error) {
    if (error instanceof EngineAway) return false;
    throw error;
  }
}
