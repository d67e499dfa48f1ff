import { expect, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { refreshRecordSearch } from "@/db/commands/record-search";
import { withdrawRecord } from "@/db/commands/records";
import { postChangedRecords, rebuildPostings } from "@/db/commands/search-postings";
import { findAllIds } from "@/lib/search/found-ids";
import { rebuildIndex } from "@/lib/search/rebuild";
import { searchRecords } from "@/lib/search/search-records";
import { blankSearch, pageSize, type SearchState } from "@/lib/search/state";
import { withFreshDatabase } from "../fixtures/database";
import { addCollection, addLanguage, addPublished } from "../fixtures/searchable";

withFreshDatabase();

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
  rare = (await addPublished("Quarantine line", { text: "Ships were stopped by the quarantine." })).id;
  both = (
    await addPublished("Harbour under quarantine", {
      dateEdtf: "1962-10-24",
      collections: [{ id: shelf.id }],
      text: "The quarantine of the harbour began.",
    })
  ).id;
  await rebuildIndex();
});

const idsOf = async (query: string, state: Partial<SearchState> = {}) =>
  (await findAllIds({ ...blankSearch, ...state, query })) ?? [];

test("a rare word tells more than a frequent one, and both more than either", async () => {
  const order = await idsOf("harbour quarantine");
  expect(order.slice(0, 2)).toEqual([both, rare]);
  expect(new Set(order).size).toBe(order.length);
});

test("the order is the same from edits, from postings and from postings made anew", async () => {
  const first = await idsOf("harbour quarantine stopped");
  while ((await postChangedRecords()) > 0);
  expect((await idsOf("harbour quarantine stopped")).slice(0, 3)).toEqual(first.slice(0, 3));
  await rebuildPostings();
  expect((await idsOf("harbour quarantine stopped")).slice(0, 3)).toEqual(first.slice(0, 3));
});

test("filters and days narrow what is ranked", async () => {
  expect(await idsOf("harbour", { filters: { collection: [collection] } })).toEqual([both]);
  expect(await idsOf("harbour", { from: "1962-10", to: "1962-10" })).toEqual([both]);
});

test("an edit counts at once, before and after its postings are written, and never twice", async () => {
  await db().execute(sql`update records set title = 'Lighthouse' where id = ${often}`);
  await db().transaction((tx) => refreshRecordSearch(tx, [often]));
  for (const step of ["unposted", "posted"]) {
    expect(await idsOf("lighthouse"), step).toEqual([often]);
    expect(
      (await idsOf("harbour")).filter((id) => id === often),
      step,
    ).toHaveLength(1);
    await postChangedRecords();
  }
});

test("many small segments become one, and nothing is lost or found twice", async () => {
  for (let round = 0; round < 30; round += 1) {
    await db().transaction((tx) => refreshRecordSearch(tx, [rare, both]));
    await postChangedRecords();
    expect(new Set(await idsOf("quarantine")), `round ${round}`).toEqual(new Set([rare, both]));
    expect(await idsOf("quarantine"), `round ${round}`).toHaveLength(2);
  }
  const [segments] = await db().execute<{ count: number }>(
    sql`select count(distinct segment)::integer as count from search_postings`,
  );
  expect(segments?.count).toBeLessThan(26);
});

test("pages lead through one order to the last hit, each shown once", async () => {
  await rebuildIndex();
  for (const query of ["harbour", "harbour quarantine", "a harbour of ships under quarantine line"]) {
    const all = await idsOf(query);
    const seen: number[] = [];
    for (let page = 1; page <= Math.ceil(all.length / pageSize); page += 1) {
      const found = await searchRecords({ ...blankSearch, query, page });
      if (found.status === "refused") throw new Error("The search was refused.");
      expect(found.total, query).toBe(all.length);
      seen.push(...found.hits.map(({ id }) => id));
    }
    expect(seen, query).toEqual([...all]);
    if (query === "harbour quarantine") expect(seen[0]).toBe(both);
  }
});

test("what is withdrawn is not found", async () => {
  await withdrawRecord(rare, 2, "Test", "archive");
  expect(await idsOf("quarantine")).toEqual([both]);
});
