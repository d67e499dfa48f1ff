import { expect, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { refreshRecordSearch } from "@/db/commands/record-search";
import { publishRecord, withdrawRecord } from "@/db/commands/records";
import { findCitationFacts } from "@/db/queries/citation-facts";
import { listExportedRecords } from "@/db/queries/exported-records";
import { findRecordAt } from "@/db/queries/record-page";
import { asRis } from "@/lib/citations/ris";
import { citedRecords } from "@/lib/citations/cited-records";
import { citedDocument } from "@/lib/citations/described";
import { searchInFormat } from "@/lib/exports/response";
import { gates } from "@/lib/search/gate";
import { rebuildIndex } from "@/lib/search/rebuild";
import { withFreshDatabase } from "../fixtures/database";
import {
  addAgent,
  addCollection,
  addDraft,
  addLanguage,
  addPlace,
  addPublished,
  addSubject,
  addType,
} from "../fixtures/searchable";

withFreshDatabase();

const count = 450;
const host = "http://127.0.0.1:3000";
let letter = { id: 0, version: 0, slug: "" };

const ask = (query: string, init: RequestInit = {}) =>
  searchInFormat(new Request(`${host}/search?${query}`, init));

/** A paper by its number, as it is on file. */
async function paper(number: number) {
  const [row] = await db().execute<{ id: number; version: number }>(
    sql`select id, version from records where slug = ${`paper-${number}`}`,
  );
  if (!row) throw new Error("No such paper.");
  return row;
}

const withdraw = async (number: number) => {
  const { id, version } = await paper(number);
  await withdrawRecord(id, version, "Published by mistake", "archive");
};

test.beforeAll(async () => {
  const rows = await db().execute<{ id: number }>(sql`
    insert into records (slug, title, status, first_published_at, date_edtf, date_earliest, date_latest)
    select 'paper-' || n, 'Paper ' || n, 'published', '2026-01-01'::timestamptz + n * interval '1 minute', '1950', 19500101, 19501231
    from generate_series(1, ${count}) n returning id
  `);
  await db().transaction((tx) =>
    refreshRecordSearch(
      tx,
      [...rows].map(({ id }) => id),
    ),
  );
  await addLanguage("en", "English");
  const author = await addAgent("Archivist, Ada");
  const hidden = await addCollection("In preparation", false);
  const shown = await addCollection("How this archive is used");
  letter = await addPublished("Letter on downloads", {
    summary: "What is kept & how.",
    dateEdtf: "1962-10~",
    agents: [{ id: author.id, role: "author", nameAsWritten: null }],
    places: [{ id: (await addPlace("Reading room")).id, role: "about" }],
    subjects: [{ id: (await addSubject("Downloads")).id }],
    documentTypes: [{ id: (await addType("Letter")).id }],
    collections: [{ id: hidden.id }, { id: shown.id }],
    languages: [{ id: "en" }],
  });
  await addDraft("Draft of a paper");
  await rebuildIndex();
});

test("records are told in the order asked for, and only published ones with what is public of them", async () => {
  const draft = await addDraft("Another draft");
  const { id: first } = await paper(1);
  const records = await listExportedRecords([letter.id, draft.id, first, 999_999]);
  expect(records.map(({ id }) => id)).toEqual([letter.id, first]);
  expect(records[0]?.collections.map(({ title }) => title)).toEqual(["How this archive is used"]);
  expect(records[0]?.links.map(({ kind }) => kind).toSorted()).toEqual([
    "agent",
    "language",
    "place",
    "subject",
    "type",
  ]);
});

test("a record is cited in a file of many as in a file of its own", async () => {
  const alone = (await findRecordAt({ id: letter.id }))?.published;
  const facts = await findCitationFacts(letter.id);
  const [together] = await citedRecords(await listExportedRecords([letter.id]));
  if (!alone || !facts || !together) throw new Error("The letter is not published.");
  const { permalink, archive } = together;
  expect(permalink).toMatch(/\/document\/letter-on-downloads$/);
  expect(asRis(together)).toBe(asRis(citedDocument(alone, facts, { permalink, archive })));
});

test("all that is found is sent, each once, whatever the format", async () => {
  const csv = await (await ask("q=paper&sort=added&format=csv")).text();
  expect(csv.trimEnd().split("\r\n")).toHaveLength(count + 1);
  const ris = await (await ask("q=paper&sort=added&format=ris")).text();
  expect(ris.match(/^ER {2}- /gm)).toHaveLength(count);
  const answer = await ask("q=paper&sort=added&format=json");
  expect(answer.headers.get("x-total-count")).toBe(String(count));
  const json = await answer.json();
  expect(json).toMatchObject({ query: "paper", total: count, listed: count });
  expect(new Set(json.records.map(({ id }: { id: number }) => id)).size).toBe(count);
});

test("a record that is withdrawn while a file is being sent is not in what is still to come", async () => {
  const answer = await ask("q=paper&sort=added&format=json");
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const first = await reader?.read();
  // The newest come first, so these are at the end.
  await withdraw(1);
  await withdraw(2);
  let text = first?.value ?? "";
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read())
    text += piece.value;
  const json = JSON.parse(text);
  expect(json).toMatchObject({ total: count, listed: count - 2 });
  expect(text).not.toContain('"slug":"paper-1"');
  await rebuildIndex();
});

test("downloads have so many places, and a reader who goes away leaves one", async () => {
  const open = await Promise.all(Array.from({ length: 12 }, () => ask("q=letter&format=csv")));
  expect(open.map(({ status }) => status)).toEqual(open.map(() => 200));
  const refused = await ask("q=letter&format=csv");
  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  for (const { body } of open) await body?.cancel();
  const again = await ask("q=letter&format=csv");
  expect(again.status).toBe(200);
  await again.text();
});

test("HEAD says how much there is and holds no place", async () => {
  for (let number = 0; number < 20; number += 1) {
    const answer = await ask("q=letter&format=csv", { method: "HEAD" });
    expect(answer.status).toBe(200);
    expect(answer.body).toBeNull();
    expect(answer.headers.get("x-total-count")).toBe("1");
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="search-letter-\d{4}-\d\d-\d\dT\d{4}Z\.csv"$/,
    );
  }
});

test("a search waits for its turn", async () => {
  const { searches } = gates();
  const inside = await Promise.all(Array.from({ length: 6 }, () => searches.enter(false)));
  // One who has left lets the waiting search in.
  const waiting = ask("q=letter&format=json&page=1");
  inside[0]?.();
  expect((await waiting).status).toBe(200);
  for (const leave of inside) leave?.();
});

test("a page in JSON has ways to its neighbours, facets, and what matched", async () => {
  const answer = await ask("q=paper&format=json&page=2");
  const page = await answer.json();
  expect(page).toMatchObject({ page: 2, previous: expect.stringMatching(/format=json&page=1$/) });
  expect(page.next).toMatch(/^http.*\/search\?q=paper&format=json&page=3$/);
  expect(page.records).toHaveLength(20);
  expect(page.records[0].match.title.some(({ isMatch }: { isMatch: boolean }) => isMatch)).toBe(true);
  expect(page.facets.map(({ name }: { name: string }) => name)).toContain("decade");
  expect(answer.headers.get("link")).toContain('rel="next"');
  const last = await (await ask("q=paper&format=json&page=1000000")).json();
  expect(last).toMatchObject({ page: last.pages, next: null });
});

test("what was beyond the limits is said", async () => {
  const people = Array.from({ length: 30 }, (_, n) => `not-person=nobody-${n}`).join("&");
  const page = await (await ask(`q=letter&${people}&from=soon&format=json&page=1`)).json();
  expect(page.remarks).toHaveLength(2);
  expect(page.total).toBe(1);
});

test("an unknown format is answered with those there are", async () => {
  const answer = await ask("q=paper&format=xml");
  expect(answer.status).toBe(400);
  const words = await answer.text();
  for (const name of ["csv", "json", "ris", "atom"]) expect(words).toContain(`format=${name}`);
});

test("a feed holds the hundred published last and stays the same until something changes", async () => {
  const first = await ask("q=paper&format=atom");
  const feed = await first.text();
  const titles = [...feed.matchAll(/<entry>\n<id>[^<]*<\/id>\n<title>([^<]*)/g)].map(([, title]) => title);
  expect(titles.slice(0, 2)).toEqual([`Paper ${count}`, `Paper ${count - 1}`]);
  expect(titles).toHaveLength(100);
  expect(feed).toContain(`<opensearch:totalResults>${count - 2}</opensearch:totalResults>`);
  const updated = [...feed.matchAll(/<updated>([^<]*)/g)].map(([, at = ""]) => at);
  expect(updated[0]).toBe(updated.slice(1).toSorted().at(-1));

  const headers = { "if-none-match": first.headers.get("etag") ?? "" };
  const same = await ask("q=paper&format=atom&view=table&sort=oldest&page=4", { headers });
  expect(same.status).toBe(304);
  expect(await same.text()).toBe("");

  const draft = await addDraft("Paper of today");
  expect((await ask("q=paper&format=atom", { headers })).status).toBe(304);
  await publishRecord(draft.id, draft.version, "archive");
  await rebuildIndex();
  const after = await ask("q=paper&format=atom", { headers });
  expect(after.status).toBe(200);
  expect(await after.text()).toContain("<title>Paper of today</title>");
});

test("a feed of nothing is a feed", async () => {
  const feed = await (await ask("q=zyzzyva&format=atom")).text();
  expect(feed).toContain("<opensearch:totalResults>0<");
  expect(feed).not.toContain("<entry>");
  expect(feed).toMatch(/<updated>20\d\d-/);
});

test("records with some of the words are results, but no news", async () => {
  const query = "q=letter+on+paper";
  const page = await (await ask(`${query}&format=json&page=1`)).json();
  expect(page.total).toBeGreaterThan(page.holdingAll);
  const feed = await ask(`${query}&format=atom`);
  expect(feed.headers.get("x-total-count")).toBe(String(page.holdingAll));
});
