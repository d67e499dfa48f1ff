import { expect, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { findAllIds } from "@/lib/search/found-ids";
import { searchRecords } from "@/lib/search/search-records";
import { blankSearch } from "@/lib/search/state";
import { withdrawRecord } from "@/db/commands/records";
import { withFreshDatabase } from "../fixtures/database";
import { addPublished } from "../fixtures/searchable";
import { find, titlesOf } from "../fixtures/searching";
import { fillSmallArchive } from "../fixtures/small-archive";

withFreshDatabase();

test.beforeAll(fillSmallArchive);

test("a typing error is forgiven beside words found elsewhere, and told", async () => {
  const found = await find({ query: "tecnology Prague" });
  expect(titlesOf(found)[0]).toBe("Resolution on deliveries");
  expect(found.holdingAll).toBe(1);
  expect(found.widenings).toEqual([{ kind: "spelling", typed: "tecnology", also: ["technology"] }]);
  expect((await find({ query: "tecnology Prague", exact: true })).holdingAll).toBe(0);
  expect((await find({ query: "xylophones Prague" })).holdingAll).toBe(0);
});

test("a number is not taken for one that differs by a digit", async () => {
  expect((await find({ query: "1962" })).total).toBeGreaterThan(0);
  expect(titlesOf(await find({ query: "1967" }))).toEqual([]);
});

test("quoted words mean these words, side by side and in order", async () => {
  const total = async (query: string) => (await find({ query })).total;
  expect(await total('"missile crisis"')).toBeGreaterThan(0);
  expect(await total("“missile crisis”")).toBeGreaterThan(0);
  expect(await total('"crisis missile"')).toBe(0);
  expect(await total('"five miles"')).toBe(0);
  expect(await total('"five hundred mile"')).toBe(0);
  expect(await total('"deliveries"')).toBe(2);
  expect(await total('"delivery"')).toBe(0);
  expect(await total("delivery")).toBe(2);
  expect(await total('"missile crisis" -quarantine')).toBeLessThan(await total('"missile crisis"'));
  expect(await total('"five hundred miles" OR "special technology"')).toBe(2);
});

test.describe("the query language", () => {
  for (const [query, titles] of [
    ["author:Alekseev", ["Telegram from the embassy, 7 September 1962"]],
    ["person:Алексеев", ["Telegram from the embassy, 7 September 1962", "Conversation of Mikoyan"]],
    ["to:Alekseev", []],
    ["place:habana", ["Telegram from the embassy, 7 September 1962"]],
    ["title:(note OR resolution)", ["Resolution on deliveries", "Undated note"]],
    ["summary:quarantine", ["Undated note"]],
    ["text:quarantine", ["Report on the missile crisis"]],
    ["(note OR resolution) AND havana", ["Resolution on deliveries"]],
    ["year:1960", ["Resolution on deliveries"]],
    ["date:1962-10/1962-11", ["Report on the missile crisis", "Conversation of Mikoyan"]],
    ["type:telegram", ["Telegram from the embassy, 7 September 1962"]],
    ["lang:english", ["Telegram from the embassy, 7 September 1962"]],
    ["has:transcript", ["Report on the missile crisis"]],
    ["has:scan", []],
    ["id:undated-note", ["Undated note"]],
    ["subject:missile", ["Report on the missile crisis"]],
    ["collection:prague", ["Resolution on deliveries"]],
    ["collection:zanzibar", []],
    ["-crisis -deliveries -Mikoyan", ["Undated note"]],
    ["quarant*", ["Report on the missile crisis", "Undated note"]],
  ] as const) {
    test(query, async () => {
      expect(titlesOf(await find({ query, sort: "oldest" }))).toEqual([...titles]);
    });
  }
});

test("says why a record was found", async () => {
  const [hit] = (await find({ query: "Алексеев telegram" })).hits;
  expect(hit?.reasons).toEqual([
    { word: "Алексеев", as: null, fields: ["names"] },
    { word: "telegram", as: null, fields: ["title"] },
  ]);
});

test("a beginning is marked in what begins so, not in the word that a stroke joins to it", async () => {
  const added = await addPublished("Note on barges/dredgers", { summary: "Dredgers and barge after barge." });
  const [hit] = (await find({ query: "barg*" })).hits;
  const marks = [...(hit?.title ?? []), ...(hit?.snippet?.fragments ?? [])].flatMap(({ text, isMatch }) =>
    isMatch ? [text] : [],
  );
  expect(marks).toEqual(["barges", "barge", "barge"]);
  await withdrawRecord(added.id, added.version, "Test", "archive");
});

test("says what to mark in a record: what was asked for, in the forms that it has", async () => {
  const marks = async (query: string) => (await find({ query })).hits[0]?.marks;
  expect(await marks("five hundred miles")).toBe("five hundred miles");
  expect(await marks("text:quarantine -embassy year:1962")).toBe("quarantine");
  expect(await marks("quarant* hundred")).toBe("quarant* hundred");
  expect(await marks('"five hundred" OR zeppelin')).toBe('"five hundred" zeppelin');
  expect(await marks("quarentine hundred")).toBe("quarentine quarantin* hundred");
  expect(await marks("person:Микоян hundred")).toBe("микоян* hundred");
});

test("says what emptied the results, and what would be found instead", async () => {
  const found = await find({ query: "title:quarantine havana", filters: { type: ["report"] } });
  expect(found.total).toBe(0);
  expect(found.emptiness?.parts.map(({ alone }) => alone)).toEqual([0, 2, 3]);
  for (const { state, total } of found.emptiness?.offers ?? []) {
    expect(total).toBeGreaterThan(0);
    expect((await find(state)).total).toBe(total);
  }
});

test("a search for more than a search may look for is refused, not answered late", async () => {
  const beginnings = Array.from({ length: 26 * 26 }, (_, n) =>
    String.fromCharCode(97 + Math.floor(n / 26), 97 + (n % 26)),
  );
  await db().execute(sql`
    insert into search_terms (term, records)
    select start || 'q' || n, 1 from unnest(${sql.param(beginnings.slice(0, 60))}::text[]) start, generate_series(100, 199) n`);
  const query = beginnings
    .slice(0, 60)
    .map((beginning) => `${beginning}q*`)
    .join(" OR ");
  expect(await searchRecords({ ...blankSearch, query })).toEqual({ status: "refused" });
  expect(await findAllIds({ ...blankSearch, query })).toBeNull();
});
