import { expect, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import PgBoss from "pg-boss";
import { db } from "@/db/client";
import { reindexRecords, tryIndexJobsAgain } from "@/db/commands/index-jobs";
import { tryFailingIndexJob, workOffIndexJobs, type IndexFailure } from "@/db/commands/index-work";
import { describeRecord } from "@/db/commands/records";
import { jobQueue } from "@/db/job-queue";
import { countIndexJobs, listFailingIndexJobs } from "@/db/queries/index-jobs";
import { findRecordDescription } from "@/db/queries/record-description";
import { EngineAway } from "@/lib/search/engine";
import { withFreshDatabase } from "../fixtures/database";
import { countWaiting, forgetIndexJobs, makeFailingDue, waitingRecords } from "../fixtures/index-jobs";
import { addDraft } from "../fixtures/searchable";

withFreshDatabase();

test.beforeEach(() => forgetIndexJobs());

const limits = { edits: 100, bulk: 100 };
const live = "queue_test_records";

/** Queues jobs as one change does. */
const change = (recordIds: readonly number[]) => db().transaction((tx) => reindexRecords(tx, recordIds));

const span = (first: number, length: number) => Array.from({ length }, (_, n) => first + n);

/** A round whose engine refuses some records; what it was given is written down. */
async function round(refused: readonly number[] = []) {
  const given: number[] = [];
  const done = await workOffIndexJobs(live, limits, async (ids) => {
    given.push(...ids);
    return ids.filter((id) => refused.includes(id)).map(refusal);
  });
  return { done, given };
}

const refusal = (recordId: number): IndexFailure => ({ recordId, reason: `${recordId} is not taken` });

const tryFailing = (isTaken: boolean) =>
  tryFailingIndexJob(live, async (ids) => (isTaken ? [] : ids.map(refusal)));

test("the tables of the queue are those that this version of pg-boss wants", async () => {
  await expect(jobQueue().start()).resolves.toBeInstanceOf(PgBoss);
  await jobQueue().stop({ graceful: false });
});

test("record, revision and job of an edit are written by one transaction", async () => {
  const { id, version } = await addDraft("One transaction");
  const description = await findRecordDescription(db(), id);
  if (!description) throw new Error("The record is gone.");
  await forgetIndexJobs();
  await describeRecord(id, version, { ...description, title: "Still one" }, "archive");
  const [row] = await db().execute<{ record: string; revision: string; job: string }>(sql`
    select (select xmin::text from records where id = ${id}) as record,
      (select xmin::text from revisions where entity = 'record' and entity_id = ${id} order by id desc limit 1) as revision,
      (select xmin::text from jobs.job) as job
  `);
  expect(row?.job).toBe(row?.record);
  expect(row?.revision).toBe(row?.record);
});

test("a change that is taken back leaves no job", async () => {
  const { id } = await addDraft("Taken back");
  await forgetIndexJobs();
  const taken = db().transaction(async (tx) => {
    await reindexRecords(tx, [id]);
    throw new Error("taken back");
  });
  await expect(taken).rejects.toThrow("taken back");
  expect(await countWaiting()).toBe(0);
});

test("a long change is handed over in batches, and an edit does not wait for its end", async () => {
  await change(span(1_000, 350));
  await change([7]);
  const { done, given } = await round();
  expect(done).toEqual({ edits: 1, bulk: 100, failed: 0 });
  expect(given[0]).toBe(7);
  expect(await countWaiting()).toBe(250);
});

test("a record that changed often is handed over once", async () => {
  for (let n = 0; n < 5; n += 1) await change([7]);
  expect(await round()).toEqual({ done: { edits: 5, bulk: 0, failed: 0 }, given: [7] });
});

test("an engine that is away costs no attempt and no job", async () => {
  await change([1, 2, 3]);
  for (let n = 0; n < 20; n += 1)
    await expect(
      workOffIndexJobs(live, limits, () => Promise.reject(new EngineAway("gone"))),
    ).rejects.toThrow("gone");
  expect(await countIndexJobs()).toMatchObject({ waiting: 3, failing: 0, failed: 0 });
  expect((await round()).done).toEqual({ edits: 3, bulk: 0, failed: 0 });
});

test("records at fault are put aside with the reason, and hold up nobody", async () => {
  await change([1, 2, 3]);
  expect((await round([2])).done).toEqual({ edits: 3, bulk: 0, failed: 1 });
  expect(await countWaiting()).toBe(0);
  expect(await listFailingIndexJobs(5)).toMatchObject([
    { recordId: 2, reason: "2 is not taken", attempts: 1 },
  ]);
  await change([4]);
  expect((await round()).given).toEqual([4]);
});

test("pauses grow from attempt to attempt until they are given up; the list keeps the reason", async () => {
  await change([2]);
  await round([2]);
  const pauses: number[] = [];
  for (let n = 0; n < 10; n += 1) {
    await makeFailingDue();
    await tryFailing(false);
    const [job] = await listFailingIndexJobs(1);
    pauses.push(((job?.nextAt ?? new Date()).getTime() - Date.now()) / 1_000);
  }
  for (const [n, pause] of pauses.entries()) {
    expect(pause).toBeGreaterThan(2 ** n - 1);
    expect(pause).toBeLessThanOrEqual(2 ** (n + 1));
  }
  await makeFailingDue();
  await tryFailing(false);
  expect(await listFailingIndexJobs(1)).toMatchObject([
    { recordId: 2, reason: "2 is not taken", attempts: 12, nextAt: null },
  ]);
  expect(await countIndexJobs()).toMatchObject({ waiting: 0, failing: 0, failed: 1 });
  expect(await tryFailing(true)).toBe("idle");
});

test("a failure is over when the record is indexed after all, in its turn or by a later change", async () => {
  await change([2]);
  await round([2]);
  await makeFailingDue();
  expect(await tryFailing(true)).toEqual({ edits: 1, bulk: 0, failed: 0 });
  expect(await listFailingIndexJobs(5)).toEqual([]);

  await change([3]);
  await round([3]);
  await change([3]);
  await round();
  expect(await listFailingIndexJobs(5)).toEqual([]);
});

test("a curator has failed records tried again", async () => {
  await change([1, 2, 3]);
  await round([1, 2, 3]);
  const [first] = await listFailingIndexJobs(5);
  expect(await tryIndexJobsAgain([first?.id ?? ""], "archive")).toBe(1);
  expect(await waitingRecords()).toEqual([first?.recordId]);
  expect(await tryIndexJobsAgain("all", "archive")).toBe(2);
  expect(await countIndexJobs()).toMatchObject({ waiting: 3, failing: 0 });
});

test("one worker at a time sends documents; the others find it busy", async () => {
  await change(span(1, 5));
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const first = workOffIndexJobs(live, limits, async () => {
    await held;
    return [];
  });
  await expect.poll(async () => (await round()).done).toBe("busy");
  expect(await tryFailing(true)).toBe("busy");
  release();
  expect(await first).toMatchObject({ edits: 5 });
  expect((await round()).done).toBe("idle");
});

test("waiting jobs are counted with the age of the oldest", async () => {
  await change([1]);
  await db().execute(sql`update jobs.job set created_on = now() - interval '90 seconds'`);
  await change([2]);
  const { waiting, seconds } = await countIndexJobs();
  expect(waiting).toBe(2);
  expect(Math.round(seconds)).toBe(90);
});
