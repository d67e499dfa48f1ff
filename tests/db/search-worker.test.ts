import { expect, test } from "@playwright/test";
import { describeRecord, withdrawRecord } from "@/db/commands/records";
import { db } from "@/db/client";
import { findRecordDescription } from "@/db/queries/record-description";
import { searchOutbox } from "@/db/schema";
import { deleteIndex, liveIndex } from "@/lib/search/engine";
import { indexIsCurrent, rebuildIndex } from "@/lib/search/rebuild";
import { searchRecords } from "@/lib/search/search-records";
import { blankSearch } from "@/lib/search/state";
import { createIndexWorker, type IndexWorker } from "@/lib/search/worker";
import { withFreshDatabase } from "../fixtures/database";
import { cutOffEngine } from "../fixtures/engine-outage";
import { engineTotal as totalOf } from "../fixtures/engine-total";
import { addPublished } from "../fixtures/searchable";

withFreshDatabase();

const workers: IndexWorker[] = [];

function startWorker() {
  const worker = createIndexWorker();
  workers.push(worker);
  worker.start();
}

test.afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});

const waitingLines = () => db().$count(searchOutbox);

async function retitle(id: number, version: number, title: string) {
  const description = await findRecordDescription(db(), id);
  if (!description) throw new Error("The record is gone.");
  const change = await describeRecord(id, version, { ...description, title }, "archive");
  if (!change.ok) throw new Error(change.reason);
  return change;
}

test("builds the index where there is none", async () => {
  await deleteIndex(liveIndex());
  await addPublished("Aardvark");
  startWorker();
  await expect.poll(async () => totalOf("aardvark").catch(() => 0), { timeout: 15_000 }).toBe(1);
  expect(await indexIsCurrent()).toBe(true);
});

test("makes saved changes findable within two seconds, with several workers", async () => {
  await rebuildIndex();
  startWorker();
  startWorker();
  let record = await addPublished("Badger");
  await expect.poll(() => totalOf("badger"), { timeout: 2_000, intervals: [50] }).toBe(1);
  for (const title of ["Cormorant", "Dormouse", "Echidna"])
    record = await retitle(record.id, record.version, title);
  await expect.poll(() => totalOf("echidna"), { timeout: 2_000, intervals: [50] }).toBe(1);
  expect(await totalOf("badger")).toBe(0);
  await withdrawRecord(record.id, record.version, "Shown by mistake", "archive");
  await expect.poll(() => totalOf("echidna"), { timeout: 2_000, intervals: [50] }).toBe(0);
  await expect.poll(waitingLines).toBe(0);
});

test("loses nothing while the engine is away, and PostgreSQL answers meanwhile", async () => {
  await rebuildIndex();
  startWorker();
  const endOutage = cutOffEngine();
  try {
    await addPublished("Falcon");
    const results = await searchRecords({ ...blankSearch, query: "falcon" });
    expect(results).toMatchObject({ status: "found", degraded: true, total: 1 });
    const began = performance.now();
    for (let round = 0; round < 10; round += 1) await searchRecords({ ...blankSearch, query: "falcon" });
    expect((performance.now() - began) / 10).toBeLessThan(100);
    expect(await waitingLines()).toBeGreaterThan(0);
  } finally {
    endOutage();
  }
  await expect.poll(() => totalOf("falcon").catch(() => 0), { timeout: 10_000 }).toBe(1);
  await expect.poll(waitingLines).toBe(0);
});

test("keeps edits that arrive during a rebuild", async () => {
  const before = await addPublished("Gazelle");
  await rebuildIndex();
  startWorker();
  let during: Promise<unknown> = Promise.resolve();
  await rebuildIndex((done, total) => {
    // The walk has read every record by now; only the replay can bring the new title into the new index.
    if (done === total) during = retitle(before.id, before.version, "Hedgehog");
  });
  await during;
  await expect.poll(() => totalOf("hedgehog"), { timeout: 2_000, intervals: [50] }).toBe(1);
  expect(await totalOf("gazelle")).toBe(0);
  await expect.poll(waitingLines).toBe(0);
});
