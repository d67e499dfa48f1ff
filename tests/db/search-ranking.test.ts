import { expect, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { refreshRecordSearch } from "@/db/commands/record-search";
import { withdrawRecord } from "@/db/commands/records";
import { postChangedRecords, rebuildPostings } from "@/db/commands/search-postings";
import { rankRecords } from "@/db/queries/record-ranking";
import { searchRanked } from "@/lib/search/ranked-search";
import { rebuildIndex } from "@/lib/search/rebuild";
import { blankSearch, pageSize } from "@/lib/search/state";
import { withFreshDatabase } from "../fixtures/database";
import { addCollection, addLanguage, addPublished } from "../fixtures/searchable";

withFreshDatabase();

const question = { filters: {}, from: null, to: null };
const fillers = 900;

let rare = 0;
let often = 0;
let both = 0;
let collection = "";

test.beforeAll(async () => {
  await addLanguage("en", "English");
  const shelf = await addCollection("Harbour papers");
  collection = shelf.slug;
  const filler = await db().execute<{ id: number }>(sql`
    insert into records (slug, title, status, first_published_at)
    select 'harbour-' || n, 'Harbour paper ' || n, 'published', now() from generate_series(1, ${fillers}) n returning id`);
  await db().transaction((tx) =>
    refreshRecordSearch(
      tx,
      [...filler].map(({ id }) => id),
    ),
  );
  while ((await postChangedRecords()) > 0);
  often = (await addPublished("Harbour", { text: "Harbour harbour harbour." })).id;
  rare = (await addPublished("Quarantine line", { text: "Ships were stopped." })).id;
  both = (
    await addPublished("Harbour under quarantine", {
      dateEdtf: "1962-10-24",
      collections: [{ id: shelf.id }],
      text: "The quarantine of the harbour began.",
    })
  ).id;
  await rebuildIndex();
});

const idsOf = async (words: string) =>
  (await rankRecords({ ...question, words }, 1_000)).records.map(({ id }) => id);

test("a rare word tells more than a frequent one, and both more than either", async () => {
  const order = await idsOf("harbour quarantine");
  expect(order.slice(0, 2)).toEqual([both, rare]);
  expect(order).toHaveLength(fillers + 3);
  expect(new Set(order).size).toBe(order.length);
});

test("the order is the same from vectors, from postings and from postings made anew", async () => {
  const first = await idsOf("harbour quarantine stopped");
  while ((await postChangedRecords()) > 0);
  expect((await idsOf("harbour quarantine stopped")).slice(0, 3)).toEqual(first.slice(0, 3));
  await rebuildPostings();
  expect((await idsOf("harbour quarantine stopped")).slice(0, 3)).toEqual(first.slice(0, 3));
});

test("filters and days narrow the ranking", async () => {
  const narrowed = await rankRecords(
    { ...question, words: "harbour", filters: { collection: [collection] } },
    10,
  );
  expect(narrowed.records.map(({ id }) => id)).toEqual([both]);
  const dated = await rankRecords({ ...question, words: "harbour", from: 19621001, to: 19621031 }, 10);
  expect(dated.records.map(({ id }) => id)).toEqual([both]);
});

test("words of nothing, stop words and odd signs rank nothing", async () => {
  for (const words of ["", "the of and", "'\\|&!:*()", "\u{1F600}", "zzzz"])
    expect((await rankRecords({ ...question, words }, 10)).records, words).toEqual([]);
});

test("an edit counts at once, before and after its postings are written, and never twice", async () => {
  await db().execute(sql`update records set title = 'Lighthouse' where id = ${often}`);
  await db().transaction((tx) => refreshRecordSearch(tx, [often]));
  for (const step of ["pending", "posted"]) {
    const found = await rankRecords({ ...question, words: "lighthouse" }, 10);
    expect(found.records, step).toEqual([{ id: often, words: 1 }]);
    expect(
      (await idsOf("harbour")).filter((id) => id === often),
      step,
    ).toHaveLength(1);
    await postChangedRecords();
  }
});

test("pages lead through one order to the last hit, each shown once", async () => {
  await rebuildIndex();
  for (const query of ["harbour", "harbour quarantine", "a harbour of ships under quarantine line"]) {
    const state = { ...blankSearch, query };
    const first = await searchRanked(state);
    const seen: number[] = [];
    const pages = Math.ceil((first?.total ?? 0) / pageSize);
    for (let page = 1; page <= pages; page += 1) {
      const found = await searchRanked({ ...state, page });
      expect(found?.total, query).toBe(first?.total);
      seen.push(...(found?.hits ?? []).map(({ id }) => id));
    }
    expect(seen.length, query).toBe(first?.total);
    expect(new Set(seen).size, query).toBe(seen.length);
    if (query === "harbour quarantine") expect(seen[0]).toBe(both);
  }
});

test("what is withdrawn is not ranked", async () => {
  await withdrawRecord(rare, 2, "Test", "archive");
  expect(await idsOf("quarantine")).toEqual([both]);
});
