import { expect, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { describeRecord, withdrawRecord } from "@/db/commands/records";
import { listFailingIndexJobs } from "@/db/queries/index-jobs";
import { findRebuild, isRebuildRunning } from "@/db/queries/index-rebuilds";
import { findRecordDescription } from "@/db/queries/record-description";
import { compareIndex } from "@/lib/search/check";
import {
  countDocuments,
  deleteIndex,
  indexMadeAt,
  liveIndex,
  nextIndex,
  promoteNextIndex,
} from "@/lib/search/engine";
import { hasLiveIndex, indexIsCurrent } from "@/lib/search/live-index";
import { rebuildIndex, RebuildInterrupted, type RebuildWish } from "@/lib/search/rebuild";
import { createIndexWorker } from "@/lib/search/worker";
import { withFreshDatabase } from "../fixtures/database";
import { cutOffEngine, refuseDocuments, watchDocuments } from "../fixtures/engine-outage";
import { engineTotal as totalOf } from "../fixtures/engine-total";
import { countWaiting, forgetIndexJobs } from "../fixtures/index-jobs";
import { runIndexProcess } from "../fixtures/run-index-process";
import { addMany, addPublished } from "../fixtures/searchable";

withFreshDatabase();
test.describe.configure({ mode: "serial" });

/** More than one job of the engine holds, so that a rebuild has a middle. */
const records = 1_100;
const firstStep = 500;

let worker: ReturnType<typeof createIndexWorker>;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  await addPublished("Vessel 0");
  await addMany("Vessel", records - 1);
  await forgetIndexJobs();
});

test.beforeEach(() => {
  worker = createIndexWorker();
});
test.afterEach(() => worker.stop());

async function retitle(id: number, title: string) {
  const description = await findRecordDescription(db(), id);
  const [row] = await db().execute<{ version: number }>(sql`select version from records where id = ${id}`);
  if (!description || !row) throw new Error("The record is gone.");
  const change = await describeRecord(id, row.version, { ...description, title }, "archive");
  if (!change.ok) throw new Error(change.reason);
}

/** Rebuilds until a first step is done, and stops there. */
async function interrupted(wish: RebuildWish = {}) {
  const stop = new AbortController();
  await expect(
    rebuildIndex({ ...wish, signal: stop.signal, onProgress: () => stop.abort() }),
  ).rejects.toThrow(RebuildInterrupted);
}

/** Rebuilds to the end, and says what it went on with and how many documents it sent. */
async function rebuilt(wish: RebuildWish = {}) {
  const watched = watchDocuments();
  let isResumed: boolean | null = null;
  try {
    await rebuildIndex({ ...wish, onFound: (_, found) => (isResumed = found) });
  } finally {
    watched.end();
  }
  return { isResumed, sent: watched.jobs.reduce((sum, job) => sum + job, 0) };
}

test("builds an index of everything and knows it again", async () => {
  await deleteIndex(liveIndex());
  expect(await indexIsCurrent()).toBe(false);
  expect(await rebuildIndex()).toEqual({ records });
  expect(await indexIsCurrent()).toBe(true);
  expect(await countDocuments(liveIndex())).toBe(records);
  expect(await countWaiting()).toBe(0);
  expect(await findRebuild(liveIndex())).toBeNull();
});

test("goes on where it was interrupted, and says so", async () => {
  await interrupted();
  expect(await findRebuild(liveIndex())).toMatchObject({
    stage: "documents",
    done: firstStep,
    total: records,
  });
  expect(await isRebuildRunning()).toBe(false);
  expect(await totalOf("vessel")).toBe(records);
  expect(await rebuilt()).toEqual({ isResumed: true, sent: records - firstStep });
  expect(await countDocuments(liveIndex())).toBe(records);
});

test("has edits of before, of the pause and of afterwards in the new index", async () => {
  worker.start();
  await interrupted();
  await retitle(1, "Gazelle");
  await withdrawRecord(2, 1, "Shown by mistake", "archive");
  await expect.poll(() => totalOf("gazelle"), { timeout: 5_000 }).toBe(1);
  await expect.poll(countWaiting).toBe(0);
  let last: Promise<void> = Promise.resolve();
  await rebuildIndex({
    onProgress: (_, done, total) => {
      if (done === total) last = retitle(3, "Hedgehog");
    },
  });
  await last;
  await expect.poll(() => totalOf("hedgehog"), { timeout: 5_000 }).toBe(1);
  expect(await totalOf("gazelle")).toBe(1);
  expect(await countDocuments(liveIndex())).toBe(records - 1);
  expect(await compareIndex()).toEqual([]);
});

test("goes on after being killed", async () => {
  test.setTimeout(120_000);
  await runIndexProcess("rebuild", () => "kill");
  expect(await findRebuild(liveIndex())).toMatchObject({ stage: "documents" });
  expect(await rebuilt()).toMatchObject({ isResumed: true });
  expect(await compareIndex()).toEqual([]);
});

test("waits for an engine that goes away in the middle, and goes on", async () => {
  let cuts = 0;
  await rebuildIndex({
    onProgress: () => {
      if (cuts++ === 0) setTimeout(cutOffEngine(), 1_500);
    },
  });
  expect(cuts).toBeGreaterThan(1);
  expect(await compareIndex()).toEqual([]);
});

test("begins anew where it is told to, where the version is another, and where its index is gone", async () => {
  test.setTimeout(120_000);
  const whole = { isResumed: false, sent: records - 1 };
  await interrupted();
  expect(await rebuilt({ fresh: true })).toEqual(whole);
  await interrupted();
  await db().execute(sql`update search_rebuilds set version = 'another'`);
  expect(await rebuilt()).toEqual(whole);
  await interrupted();
  await deleteIndex(nextIndex());
  expect(await rebuilt()).toEqual(whole);
});

test("writes PostgreSQL’s own search anew too where it is asked to, and goes on in the middle of that", async () => {
  const [before] = await db().execute<{ words: string }>(
    sql`select everything::text as words from record_search where record_id = 1`,
  );
  await db().execute(sql`update record_search set everything = '' where record_id in (1, ${records - 1})`);
  await interrupted({ whole: true });
  expect(await findRebuild(liveIndex())).toMatchObject({ stage: "vectors", lastRecordId: 200, done: 200 });
  const stages = new Set<string>();
  await rebuildIndex({ whole: true, onProgress: (stage) => stages.add(stage) });
  expect([...stages]).toEqual(["vectors", "postings", "documents"]);
  const [after] = await db().execute<{ words: string; empty: number }>(sql`
    select (select everything::text from record_search where record_id = 1) as words,
      (select count(*)::integer from record_search where everything = '') as empty
  `);
  expect(after).toEqual({ words: before?.words, empty: 0 });
});

test("searches see the old index or the new one, whole, at every moment", async () => {
  let isOver = false;
  const seen = new Set<number>();
  const reading = (async () => {
    while (!isOver) seen.add(await totalOf("vessel"));
  })();
  const before = await indexMadeAt(liveIndex());
  await rebuildIndex();
  isOver = true;
  await reading;
  expect(await indexMadeAt(liveIndex())).not.toBe(before);
  expect([...seen]).toEqual([await totalOf("vessel")]);
});

test("ends a rebuild whose process died between the exchange and its note", async () => {
  const stop = new AbortController();
  await expect(
    rebuildIndex({ signal: stop.signal, onProgress: (_, done, total) => done === total && stop.abort() }),
  ).rejects.toThrow(RebuildInterrupted);
  await promoteNextIndex();
  expect(await hasLiveIndex()).toBe(false);
  expect(await rebuilt()).toEqual({ isResumed: true, sent: 0 });
  expect(await hasLiveIndex()).toBe(true);
  expect(await compareIndex()).toEqual([]);
});

test("puts a record aside that the engine refuses, and builds the rest", async () => {
  await retitle(4, "Quagmire");
  const endRefusal = refuseDocuments("Quagmire");
  try {
    await rebuildIndex();
  } finally {
    endRefusal();
  }
  expect(await countDocuments(liveIndex())).toBe(records - 2);
  expect(await listFailingIndexJobs(5)).toMatchObject([
    { recordId: 4, title: "Quagmire", reason: expect.stringContaining("not taken") },
  ]);
  worker.start();
  await expect.poll(() => totalOf("quagmire"), { timeout: 10_000 }).toBe(1);
  expect(await listFailingIndexJobs(5)).toEqual([]);
});

test("an index that the engine made by itself is not taken for ours", async () => {
  await deleteIndex(liveIndex());
  const { MEILI_URL = "", MEILI_KEY = "" } = process.env;
  await fetch(`${MEILI_URL}/indexes/${liveIndex()}/documents`, {
    method: "POST",
    headers: { authorization: `Bearer ${MEILI_KEY}`, "content-type": "application/json" },
    body: JSON.stringify([{ id: 1, title: "Vessel" }]),
  });
  await expect.poll(() => indexMadeAt(liveIndex())).not.toBeNull();
  expect(await hasLiveIndex()).toBe(false);
  worker.start();
  await expect.poll(() => hasLiveIndex(), { timeout: 30_000 }).toBe(true);
  expect(await countDocuments(liveIndex())).toBe(records - 1);
});
