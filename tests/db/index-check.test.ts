import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { publishRecord } from "@/db/commands/records";
import { listUnsearchableIds } from "@/db/queries/index-check";
import { compareIndex } from "@/lib/search/check";
import { liveIndex, removeDocuments } from "@/lib/search/engine";
import { mend } from "@/lib/search/mend";
import { rebuildIndex } from "@/lib/search/rebuild";
import { metrics } from "@/lib/server/metrics";
import { createIndexWorker } from "@/lib/search/worker";
import { withFreshDatabase } from "../fixtures/database";
import { refuseDocuments } from "../fixtures/engine-outage";
import { forgetIndexJobs } from "../fixtures/index-jobs";
import { addDraft, addPublished } from "../fixtures/searchable";

withFreshDatabase();

const ids = new Map<string, number>();
const idOf = (title: string) => ids.get(title) ?? 0;

test.beforeAll(async () => {
  for (const title of ["Anchor", "Buoy", "Compass", "Dinghy"]) ids.set(title, (await addPublished(title)).id);
  ids.set("Draft", (await addDraft("Draft")).id);
});
test.beforeEach(async () => {
  await forgetIndexJobs();
  await rebuildIndex();
});

/** Changes what the engine holds without anybody's knowledge. */
async function tamper(method: "PUT" | "POST", documents: object[]) {
  const { MEILI_URL = "", MEILI_KEY = "" } = process.env;
  const headers = { authorization: `Bearer ${MEILI_KEY}`, "content-type": "application/json" };
  const address = `${MEILI_URL}/indexes/${liveIndex()}/documents`;
  await fetch(address, { method, headers, body: JSON.stringify(documents) });
  // A job of ours is done after that one.
  await removeDocuments(liveIndex(), [0]);
}

/** One of each kind of difference. */
async function spoil() {
  await removeDocuments(liveIndex(), [idOf("Anchor")]);
  await tamper("PUT", [{ id: idOf("Buoy"), title: "Balloon" }]);
  await tamper("POST", [{ id: idOf("Draft"), title: "Draft" }]);
  await tamper("POST", [{ id: 999_999, title: "Nobody’s" }]);
}

const spoiled = () => [
  { recordId: idOf("Anchor"), kind: "missing", attributes: [] },
  { recordId: idOf("Buoy"), kind: "stale", attributes: ["title"] },
  { recordId: idOf("Draft"), kind: "surplus", attributes: [] },
  { recordId: 999_999, kind: "surplus", attributes: [] },
];

/** The command, as somebody types it. */
function command(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["lib/cli/launch.mjs", "index:check", ...args],
    {
      cwd: join(import.meta.dirname, "../.."),
      encoding: "utf8",
    },
  );
  return { status, said: stdout + stderr };
}

test("an index that was just built agrees with the database", async () => {
  expect(await compareIndex()).toEqual([]);
});

test("finds each kind of difference and mends it", async () => {
  await spoil();
  const differences = await compareIndex();
  expect(differences).toHaveLength(4);
  expect(differences).toEqual(expect.arrayContaining(spoiled()));
  expect(await mend({ differences, unsearchable: [] }, () => undefined)).toEqual([]);
  expect(await compareIndex()).toEqual([]);
});

test("finds a document that is stale because a record was changed past the archive", async () => {
  await db().execute(sql`update records set note = 'Written by hand' where id = ${idOf("Compass")}`);
  const differences = await compareIndex();
  expect(differences).toEqual([{ recordId: idOf("Compass"), kind: "stale", attributes: ["references"] }]);
  expect(await mend({ differences, unsearchable: [] }, () => undefined)).toEqual([]);
});

test("a change on its way is waited for and does not count", async () => {
  const worker = createIndexWorker();
  const draft = await addDraft("Under way");
  await publishRecord(draft.id, draft.version, "archive");
  const comparing = compareIndex();
  worker.start();
  expect(await comparing).toEqual([]);
  await worker.stop();
});

test("names what cannot be mended", async () => {
  await tamper("PUT", [{ id: idOf("Dinghy"), title: "Raft" }]);
  const differences = await compareIndex();
  const endRefusal = refuseDocuments("Dinghy");
  try {
    expect(await mend({ differences, unsearchable: [] }, () => undefined)).toEqual(differences);
  } finally {
    endRefusal();
  }
});

test("finds published records that PostgreSQL’s search does not know, and mends them", async () => {
  await db().execute(sql`delete from record_search where record_id in (${idOf("Anchor")}, ${idOf("Draft")})`);
  expect(await listUnsearchableIds()).toEqual([idOf("Anchor")]);
  await mend({ differences: [], unsearchable: [idOf("Anchor")] }, () => undefined);
  expect(await listUnsearchableIds()).toEqual([]);
});

test("the command tells, mends when it is told to, and ends with a code that says so", async () => {
  test.setTimeout(120_000);
  expect(command()).toMatchObject({ status: 0, said: expect.stringContaining("They agree.") });
  await spoil();
  const found = command();
  expect(found.status).toBe(1);
  expect(found.said).toContain(`1 missing in the index: ${idOf("Anchor")}`);
  expect(found.said).toContain(`1 stale in the index: ${idOf("Buoy")} (title)`);
  expect(found.said).toContain(`2 in the index and not published: ${idOf("Draft")}, 999999`);
  expect(command("--fix")).toMatchObject({ status: 0, said: expect.stringContaining("They agree now.") });
  expect(command("--mend").status).toBe(2);
  expect(await compareIndex()).toEqual([]);
});

test("the figures for monitoring say how the index is, and nothing of its records", async () => {
  await addPublished("Estuary");
  const { text, contentType } = await metrics();
  expect(contentType).toContain("text/plain");
  expect(text).toMatch(/^archive_index_jobs_waiting 2$/m);
  expect(text).toMatch(/^archive_index_jobs_failed 0$/m);
  expect(text).toMatch(/^archive_index_lag_seconds \d/m);
  expect(text).toMatch(/^archive_index_documents \d+$/m);
  expect(text).toMatch(/^archive_search_engine_up 1$/m);
  expect(text).toMatch(/^# TYPE archive_index_documents_sent_total counter$/m);
  expect(text).not.toContain("Estuary");
});
