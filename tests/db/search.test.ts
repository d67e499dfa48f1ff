import { expect, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { refreshAllRecordSearch } from "@/db/commands/record-search";
import { withdrawRecord } from "@/db/commands/records";
import { listFacetValues } from "@/lib/search/facet-values";
import { blankSearch, type SearchState } from "@/lib/search/state";
import { withFreshDatabase } from "../fixtures/database";
import { cutOffEngine } from "../fixtures/engine-outage";
import { addPublished } from "../fixtures/searchable";
import { countsOf, find, titlesOf } from "../fixtures/searching";
import { fillSmallArchive } from "../fixtures/small-archive";

withFreshDatabase();

test.beforeAll(fillSmallArchive);

for (const { name, isAway } of [
  { name: "with the engine", isAway: false },
  { name: "without the engine", isAway: true },
]) {
  test.describe(name, () => {
    let endOutage: () => void = () => undefined;
    test.beforeAll(() => {
      if (isAway) endOutage = cutOffEngine();
    });
    test.afterAll(() => endOutage());

    test.describe("asked in words", testWords);
    test.describe("narrowed", testNarrowing);
    test.describe("its results", testResults);
  });
}

/** Searches in words. */
function testWords() {
  test("finds a person's records by another spelling or script of the name", async () => {
    for (const query of ["Alexeev", "Алексеев"]) {
      const titles = titlesOf(await find({ query }));
      expect(titles, query).toContain("Telegram from the embassy, 7 September 1962");
      expect(titles, query).toContain("Conversation of Mikoyan");
      expect(titles, query).not.toContain("Undated note");
    }
  });

  test("finds a record by its date in several wordings", async () => {
    for (const query of ["4 November 1962", "November 4, 1962", "1962-11-04", "Sunday, early November"]) {
      const found = await find({ query });
      expect(titlesOf(found)[0], query).toBe("Conversation of Mikoyan");
      expect(found.holdingAll, query).toBe(1);
    }
  });

  test("forgives a typing error", async () => {
    expect(titlesOf(await find({ query: "missle crisis" }))).toContain("Report on the missile crisis");
  });

  test("looks only where the scope says", async () => {
    const titles = async (scope: SearchState["scope"], query: string) =>
      titlesOf(await find({ scope, query }));
    expect(await titles("everything", "quarantine")).toHaveLength(2);
    expect(await titles("text", "quarantine")).toEqual(["Report on the missile crisis"]);
    expect(await titles("summaries", "quarantine")).toEqual(["Undated note"]);
    expect(await titles("titles", "note")).toEqual(["Undated note"]);
    expect(await titles("people", "Mikoyan")).toHaveLength(2);
    expect(await titles("collections", "Prague")).toEqual(["Resolution on deliveries"]);
    expect(await titles("collections", "Zanzibar")).toEqual([]);
  });
}

/** Searches narrowed by facets and dates, and how they are put in order. */
function testNarrowing() {
  test("takes values of one facet as alternatives and facets together", async () => {
    const { total: either } = await find({ filters: { type: ["telegram", "report"] } });
    expect(either).toBe(4);
    const both = await find({ filters: { type: ["report"], person: ["mikoyan-anastas-i"] } });
    expect(titlesOf(both)).toEqual(["Report on the missile crisis", "Conversation of Mikoyan"]);
  });

  test("counts a chosen facet without its own filter and the others with all", async () => {
    const found = await find({ filters: { type: ["telegram"] } });
    expect(countsOf(found, "type")).toEqual({ telegram: 1, report: 3 });
    expect(countsOf(found, "collection")).toEqual({ "cuba-and-the-missile-crisis": 1 });
    expect(countsOf(found, "year")).toEqual({});
  });

  test("matches uncertain dates by overlap", async () => {
    const found = async (from: string, to: string) => titlesOf(await find({ from, to }));
    expect(await found("1960", "1960")).toEqual(["Resolution on deliveries"]);
    expect(await found("1962-10-27", "1962-10-27")).toEqual(["Report on the missile crisis"]);
    expect(await found("1962-11", "")).toEqual(["Conversation of Mikoyan"]);
    expect(await found("", "1959-06")).toEqual(["Resolution on deliveries"]);
  });

  test("counts the years that a date may lie in", async () => {
    const found = await find({ filters: { decade: ["1950", "1960"] } });
    expect(countsOf(found, "year")).toEqual({ 1959: 1, 1960: 1, 1961: 1, 1962: 3 });
    expect((await find({ filters: { year: ["1961"] } })).total).toBe(1);
  });

  test("orders by date, the undated last", async () => {
    const oldest = titlesOf(await find({ sort: "oldest" }));
    expect(oldest).toEqual([
      "Resolution on deliveries",
      "Telegram from the embassy, 7 September 1962",
      "Report on the missile crisis",
      "Conversation of Mikoyan",
      "Undated note",
    ]);
    expect(titlesOf(await find({ sort: "newest" }))).toEqual([
      ...oldest.slice(0, 4).toReversed(),
      "Undated note",
    ]);
    expect(titlesOf(await find({}))).toEqual(oldest);
  });
}

/** What a search answers. */
function testResults() {
  test("never finds drafts or withdrawn records", async () => {
    const { total, hits } = await find({ query: "missile" });
    expect(titlesOf({ hits })).not.toContain("Draft about the missile crisis");
    expect(titlesOf({ hits })).not.toContain("Withdrawn paper on the missile crisis");
    expect(total).toBe(hits.length);
  });

  test("marks what matched and says where", async () => {
    const [hit] = (await find({ query: "five hundred" })).hits;
    expect(hit?.snippet?.field).toBe("Text");
    expect(hit?.snippet?.fragments.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual(
      expect.arrayContaining(["five", "hundred"]),
    );
  });

  test("answers odd questions without failing", async () => {
    for (const query of [
      "",
      '"',
      "(",
      "-",
      "a & b | !c",
      "\\",
      ":*",
      "' or 1=1",
      "the",
      "𝔘",
      "x".repeat(300),
    ]) {
      const found = await find({ query, scope: "titles" });
      expect(found.page).toBe(1);
    }
  });

  test("takes a page after the last for the last", async () => {
    expect((await find({ page: 900 })).page).toBe(1);
  });
}

test("what an earlier version wrote is brought up to date", async () => {
  const [record] = await db().execute<{ id: number }>(
    sql`select id from records where title = 'Conversation of Mikoyan'`,
  );
  await db().execute(sql`delete from record_search where record_id = ${record?.id}`);
  await refreshAllRecordSearch();
  expect(titlesOf(await find({ query: "4 November 1962" }))[0]).toBe("Conversation of Mikoyan");
});

test("labels facets by their present names, and a value that names nothing finds nothing", async () => {
  const found = await find({ filters: { person: ["mikoyan-anastas-i", "nobody"] } });
  expect(found.total).toBe(2);
  const person = found.facets.find(({ name }) => name === "person");
  expect(person?.values).toEqual([
    {
      value: "mikoyan-anastas-i",
      label: "Mikoyan, Anastas I.",
      count: 2,
      state: "chosen",
      depth: 0,
      hasNarrower: false,
    },
    {
      value: "alekseev-aleksandr-i",
      label: "Alekseev, Aleksandr I.",
      count: 2,
      state: "offered",
      depth: 0,
      hasNarrower: false,
    },
  ]);
  expect((await find({ filters: { person: ["nobody"] } })).total).toBe(0);
});

test("excluded values hide their records and say how many", async () => {
  const found = await find({ excluded: { type: ["report"] } });
  expect(titlesOf(found)).toEqual(["Telegram from the embassy, 7 September 1962", "Undated note"]);
  const type = found.facets.find(({ name }) => name === "type");
  expect(type?.values[0]).toMatchObject({ value: "report", count: 3, state: "excluded" });
});

test("dates can be asked to lie certainly within", async () => {
  const titles = async (certain: boolean, from: string, to: string) =>
    titlesOf(await find({ certain, from, to }));
  expect(await titles(true, "1960", "1960")).toEqual([]);
  expect(await titles(true, "1959", "1961")).toEqual(["Resolution on deliveries"]);
  expect(await titles(true, "1962-10", "1962-10")).toEqual(["Report on the missile crisis"]);
  expect(await titles(true, "1962-10-01", "1962-10-30")).toEqual([]);
});

test("the results stand by time, an uncertain date in each bar that a search for it finds it in", async () => {
  const { histogram } = await find({});
  expect(histogram).toMatchObject({ unit: "month", undated: 1 });
  for (const { from, to, count } of histogram.bars)
    expect((await find({ from, to })).total, from).toBe(count);
});

test("an edit is found at once, and what is withdrawn is gone at once", async () => {
  const added = await addPublished("Zeppelin over the harbour", { summary: "On airships." });
  expect(titlesOf(await find({ query: "zeppelin" }))).toEqual(["Zeppelin over the harbour"]);
  expect((await find({ query: "airship", exact: true })).total).toBe(1);
  const withdrawn = await withdrawRecord(added.id, added.version, "Test", "archive");
  expect(withdrawn.ok).toBe(true);
  expect((await find({ query: "zeppelin" })).total).toBe(0);
});

test("the page of a facet counts as the results do, also beside what is left out of it", async () => {
  const state = { ...blankSearch, excluded: { type: ["report"] } };
  const list = await listFacetValues(state, "person", { find: "", by: "count", page: 1 });
  for (const { value, count } of list?.values ?? [])
    expect((await find({ ...state, filters: { person: [value] } })).total, value).toBe(count);
  const own = await listFacetValues(state, "type", { find: "", by: "count", page: 1 });
  expect(own?.values.map(({ value, count, state: kind }) => [value, count, kind])).toEqual([
    ["report", 3, "excluded"],
    ["telegram", 1, "offered"],
  ]);
});
