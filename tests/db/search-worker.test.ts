import { expect, test } from "@playwright/test";
import { describeRecord, withdrawRecord } from "@/db/commands/records";
import { db } from "@/db/client";
import { countIndexJobs, listFailingIndexJobs } from "@/db/queries/index-jobs";
import { findRecordDescription } from "@/db/queries/record-description";
import { deleteIndex, liveIndex } from "@/lib/search/engine";
import { indexIsCurrent } from "@/lib/search/live-index";
import { rebuildIndex } from "@/lib/search/rebuild";
import { searchRecords } from "@/lib/search/search-records";
import { blankSearch } from "@/lib/search/state";
import { createIndexWorker, type IndexWorker } from "@/lib/search/worker";
import { withFreshDatabase } from "../fixtures/database";
import { cutOffEngine, dieOfDocuments, refuseDocuments, watchDocuments } from "../fixtures/engine-outage";
import { engineTotal as totalOf } from "../fixtures/engine-total";
import { countWaiting } from "../fixtures/index-jobs";
import { runIndexProcess } from "../fixtures/run-index-process";
import { addMany, addPublished } from "../fixtures/searchable";

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
  await expect.poll(countWaiting).toBe(0);
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
    expect(await countWaiting()).toBeGreaterThan(0);
  } finally {
    endOutage();
  }
  await expect.poll(() => totalOf("falcon").catch(() => 0), { timeout: 10_000 }).toBe(1);
  await expect.poll(countWaiting).toBe(0);
});

test("an import becomes few jobs of the engine, and edits are found within a second all the while", async () => {
  test.setTimeout(120_000);
  await rebuildIndex();
  let record = await addPublished("Ibex");
  await addMany("Jackal", 3_000);
  const watched = watchDocuments();
  startWorker();
  const took: number[] = [];
  for (let n = 0; n < 12; n += 1) {
    const title = `Kestrel${String.fromCharCode(97 + n)}`;
    record = await retitle(record.id, record.version, title);
    const began = performance.now();
    await expect.poll(() => totalOf(title), { timeout: 10_000, intervals: [20] }).toBe(1);
    took.push(performance.now() - began);
  }
  expect(await countWaiting()).toBeGreaterThan(0);
  await expect.poll(countWaiting, { timeout: 60_000 }).toBe(0);
  watched.end();
  expect(await totalOf("jackal")).toBe(3_000);
  expect(watched.jobs.length).toBeLessThan(75);
  // A busy machine may make one of them late.
  expect(took.toSorted((a, b) => a - b)[took.length - 2]).toBeLessThan(1_000);
});

test("a record that the engine refuses holds up no other, and is indexed when it is mended", async () => {
  await rebuildIndex();
  const endRefusal = refuseDocuments("Lamprey");
  startWorker();
  const bad = await addPublished("Lamprey");
  for (const title of ["Marten", "Narwhal"]) await addPublished(title);
  await expect.poll(() => totalOf("narwhal"), { timeout: 5_000 }).toBe(1);
  expect(await totalOf("marten")).toBe(1);
  await expect.poll(() => listFailingIndexJobs(5)).toMatchObject([{ recordId: bad.id, title: "Lamprey" }]);
  endRefusal();
  await expect.poll(() => totalOf("lamprey"), { timeout: 10_000 }).toBe(1);
  // A job is crossed off once the engine has done it.
  await expect.poll(() => listFailingIndexJobs(5)).toEqual([]);
});

test("a record that brings the engine down whenever it is sent is put aside in the end", async () => {
  await rebuildIndex();
  const endDeath = dieOfDocuments("Ocelot");
  startWorker();
  const bad = await addPublished("Ocelot");
  await addPublished("Puffin");
  await expect.poll(() => totalOf("puffin").catch(() => 0), { timeout: 20_000 }).toBe(1);
  expect(await listFailingIndexJobs(5)).toMatchObject([{ recordId: bad.id }]);
  endDeath();
  await expect.poll(() => totalOf("ocelot").catch(() => 0), { timeout: 20_000 }).toBe(1);
});

test("nothing is lost when a process is killed with a batch in hand", async () => {
  await rebuildIndex();
  await addMany("Quokka", 150);
  await runIndexProcess("work", () => "kill");
  expect(await countIndexJobs()).toMatchObject({ waiting: 150, failing: 0 });
  startWorker();
  await expect.poll(() => totalOf("quokka"), { timeout: 10_000 }).toBe(150);
  await expect.poll(countWaiting).toBe(0);
});
