import { expect, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { refreshAllRecordSearch } from "@/db/commands/record-search";
import { withdrawRecord } from "@/db/commands/records";
import { recordSearch } from "@/db/schema";
import { rebuildIndex } from "@/lib/search/rebuild";
import { searchRecords } from "@/lib/search/search-records";
import { blankSearch, type SearchState } from "@/lib/search/state";
import { withFreshDatabase } from "../fixtures/database";
import { cutOffEngine } from "../fixtures/engine-outage";
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

test.beforeAll(async () => {
  await addLanguage("en", "English");
  const alekseev = await addAgent("Alekseev, Aleksandr I.", ["Alexeev, Alexander", "Алексеев, Александр"]);
  const mikoyan = await addAgent("Mikoyan, Anastas I.", ["Микоян, Анастас"]);
  const havana = await addPlace("Havana", ["La Habana"]);
  const cuba = await addCollection("Cuba and the missile crisis");
  const hidden = await addCollection("Zanzibar in preparation", false);
  const prague = await addCollection("Arms from Prague");
  const telegram = await addType("Telegram");
  const report = await addType("Report");
  const crisis = await addSubject("Cuban Missile Crisis, 1962");

  await addPublished("Telegram from the embassy, 7 September 1962", {
    dateEdtf: "1962-09-07",
    summary: "The ambassador reports a talk about deliveries.",
    agents: [{ id: alekseev.id, role: "author", nameAsWritten: null }],
    places: [{ id: havana.id, role: "written_at" }],
    collections: [{ id: cuba.id }, { id: hidden.id }],
    documentTypes: [{ id: telegram.id }],
    languages: [{ id: "en" }],
  });
  await addPublished("Report on the missile crisis", {
    dateEdtf: "1962-10",
    summary: "How the crisis ended.",
    agents: [{ id: mikoyan.id, role: "mentioned", nameAsWritten: null }],
    collections: [{ id: cuba.id }],
    documentTypes: [{ id: report.id }],
    subjects: [{ id: crisis.id }],
    text: "The quarantine line was drawn at five hundred miles.",
  });
  await addPublished("Conversation of Mikoyan", {
    dateEdtf: "1962-11-04",
    dateExpression: "Sunday, early November",
    agents: [
      { id: mikoyan.id, role: "participant", nameAsWritten: null },
      { id: alekseev.id, role: "participant", nameAsWritten: null },
    ],
    collections: [{ id: cuba.id }],
    documentTypes: [{ id: report.id }],
  });
  await addPublished("Resolution on deliveries", {
    dateEdtf: "1959/1961",
    summary: "Special technology for Havana.",
    collections: [{ id: prague.id }],
    documentTypes: [{ id: report.id }],
  });
  await addPublished("Undated note", { summary: "On a quarantine." });
  await addDraft("Draft about the missile crisis");
  const withdrawn = await addPublished("Withdrawn paper on the missile crisis");
  await withdrawRecord(withdrawn.id, withdrawn.version, "Published by mistake", "archive");
  await rebuildIndex();
});

const search = (state: Partial<SearchState>): SearchState => ({ ...blankSearch, ...state });
const titlesOf = (found: { hits: readonly { title: readonly { text: string }[] }[] }) =>
  found.hits.map(({ title }) => title.map(({ text }) => text).join(""));

/** The results of a search; one that is refused fails the test. */
async function find(state: SearchState) {
  const results = await searchRecords(state);
  if (results.status === "refused") throw new Error("The search was refused.");
  return results;
}

type Found = Awaited<ReturnType<typeof find>>;

/** What a facet counts, by value. */
const countsOf = ({ facets }: Found, name: string) =>
  Object.fromEntries(
    facets.find((facet) => facet.name === name)?.values.map(({ value, count }) => [value, count]) ?? [],
  );

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

    test.describe("asked in words", () => {
      test("finds a person's records by another spelling or script of the name", async () => {
        for (const query of ["Alexeev", "Алексеев"]) {
          const titles = titlesOf(await find(search({ query })));
          expect(titles, query).toContain("Telegram from the embassy, 7 September 1962");
          expect(titles, query).toContain("Conversation of Mikoyan");
          expect(titles, query).not.toContain("Undated note");
        }
      });

      test("finds a record by its date in several wordings", async () => {
        for (const query of ["4 November 1962", "November 4, 1962", "1962-11-04", "Sunday, early November"]) {
          const found = await find(search({ query }));
          expect(titlesOf(found)[0], query).toBe("Conversation of Mikoyan");
          expect(found.holdingAll, query).toBe(1);
        }
      });

      test("forgives a typing error", async () => {
        expect(titlesOf(await find(search({ query: "missle crisis" })))).toContain(
          "Report on the missile crisis",
        );
      });

      test("looks only where the scope says", async () => {
        const titles = async (scope: SearchState["scope"], query: string) =>
          titlesOf(await find(search({ scope, query })));
        expect(await titles("everything", "quarantine")).toHaveLength(2);
        expect(await titles("text", "quarantine")).toEqual(["Report on the missile crisis"]);
        expect(await titles("summaries", "quarantine")).toEqual(["Undated note"]);
        expect(await titles("titles", "note")).toEqual(["Undated note"]);
        expect(await titles("people", "Mikoyan")).toHaveLength(2);
        expect(await titles("collections", "Prague")).toEqual(["Resolution on deliveries"]);
        expect(await titles("collections", "Zanzibar")).toEqual([]);
      });
    });

    test.describe("narrowed", () => {
      test("takes values of one facet as alternatives and facets together", async () => {
        const { total: either } = await find(search({ filters: { type: ["telegram", "report"] } }));
        expect(either).toBe(4);
        const both = await find(search({ filters: { type: ["report"], person: ["mikoyan-anastas-i"] } }));
        expect(titlesOf(both)).toEqual(["Report on the missile crisis", "Conversation of Mikoyan"]);
      });

      test("counts a chosen facet without its own filter and the others with all", async () => {
        const found = await find(search({ filters: { type: ["telegram"] } }));
        expect(countsOf(found, "type")).toEqual({ telegram: 1, report: 3 });
        expect(countsOf(found, "collection")).toEqual({ "cuba-and-the-missile-crisis": 1 });
        expect(countsOf(found, "year")).toEqual({});
      });

      test("matches uncertain dates by overlap", async () => {
        const found = async (from: string, to: string) => titlesOf(await find(search({ from, to })));
        expect(await found("1960", "1960")).toEqual(["Resolution on deliveries"]);
        expect(await found("1962-10-27", "1962-10-27")).toEqual(["Report on the missile crisis"]);
        expect(await found("1962-11", "")).toEqual(["Conversation of Mikoyan"]);
        expect(await found("", "1959-06")).toEqual(["Resolution on deliveries"]);
      });

      test("counts the years that a date may lie in", async () => {
        const found = await find(search({ filters: { decade: ["1950", "1960"] } }));
        expect(countsOf(found, "year")).toEqual({ 1959: 1, 1960: 1, 1961: 1, 1962: 3 });
        expect((await find(search({ filters: { year: ["1961"] } }))).total).toBe(1);
      });

      test("orders by date, the undated last", async () => {
        const oldest = titlesOf(await find(search({ sort: "oldest" })));
        expect(oldest).toEqual([
          "Resolution on deliveries",
          "Telegram from the embassy, 7 September 1962",
          "Report on the missile crisis",
          "Conversation of Mikoyan",
          "Undated note",
        ]);
        expect(titlesOf(await find(search({ sort: "newest" })))).toEqual([
          ...oldest.slice(0, 4).toReversed(),
          "Undated note",
        ]);
        expect(titlesOf(await find(search({})))).toEqual(oldest);
      });
    });

    test.describe("its results", () => {
      test("never finds drafts or withdrawn records", async () => {
        const { total, hits } = await find(search({ query: "missile" }));
        expect(titlesOf({ hits })).not.toContain("Draft about the missile crisis");
        expect(titlesOf({ hits })).not.toContain("Withdrawn paper on the missile crisis");
        expect(total).toBe(hits.length);
      });

      test("marks what matched and says where", async () => {
        const [hit] = (await find(search({ query: "five hundred" }))).hits;
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
          const found = await find(search({ query, scope: "titles" }));
          expect(found.page).toBe(1);
        }
      });

      test("takes a page after the last for the last", async () => {
        expect((await find(search({ page: 900 }))).page).toBe(1);
      });
    });
  });
}

test("a typing error is forgiven beside words found elsewhere, and told", async () => {
  const found = await find(search({ query: "tecnology Prague" }));
  expect(titlesOf(found)[0]).toBe("Resolution on deliveries");
  expect(found.holdingAll).toBe(1);
  expect(found.widenings).toEqual([{ kind: "spelling", typed: "tecnology", also: ["technology"] }]);
  expect((await find(search({ query: "tecnology Prague", exact: true }))).holdingAll).toBe(0);
  expect((await find(search({ query: "xylophones Prague" }))).holdingAll).toBe(0);
});

test("a number is not taken for one that differs by a digit", async () => {
  expect((await find(search({ query: "1962" }))).total).toBeGreaterThan(0);
  expect(titlesOf(await find(search({ query: "1967" })))).toEqual([]);
});

test("what an earlier version wrote is brought up to date", async () => {
  const query = search({ query: "4 November 1962" });
  const [record] = await db().execute<{ id: number }>(
    sql`select id from records where title = 'Conversation of Mikoyan'`,
  );
  await db().execute(sql`delete from record_search where record_id = ${record?.id}`);
  await refreshAllRecordSearch();
  expect(titlesOf(await find(query))[0]).toBe("Conversation of Mikoyan");
});

test("quoted words mean these words, side by side and in order", async () => {
  const total = async (query: string) => (await find(search({ query }))).total;
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
      expect(titlesOf(await find(search({ query, sort: "oldest" })))).toEqual([...titles]);
    });
  }
});

test("labels facets by their present names, and a value that names nothing finds nothing", async () => {
  const found = await find(search({ filters: { person: ["mikoyan-anastas-i", "nobody"] } }));
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
  expect((await find(search({ filters: { person: ["nobody"] } }))).total).toBe(0);
});

test("excluded values hide their records and say how many", async () => {
  const found = await find(search({ excluded: { type: ["report"] } }));
  expect(titlesOf(found)).toEqual(["Telegram from the embassy, 7 September 1962", "Undated note"]);
  const type = found.facets.find(({ name }) => name === "type");
  expect(type?.values[0]).toMatchObject({ value: "report", count: 3, state: "excluded" });
});

test("dates can be asked to lie certainly within", async () => {
  const titles = async (certain: boolean, from: string, to: string) =>
    titlesOf(await find(search({ certain, from, to })));
  expect(await titles(true, "1960", "1960")).toEqual([]);
  expect(await titles(true, "1959", "1961")).toEqual(["Resolution on deliveries"]);
  expect(await titles(true, "1962-10", "1962-10")).toEqual(["Report on the missile crisis"]);
  expect(await titles(true, "1962-10-01", "1962-10-30")).toEqual([]);
});

test("the results stand by time, an uncertain date in each bar that a search for it finds it in", async () => {
  const { histogram } = await find(search({}));
  expect(histogram).toMatchObject({ unit: "month", undated: 1 });
  for (const { from, to, count } of histogram.bars)
    expect((await find(search({ from, to }))).total, from).toBe(count);
});

test("says why a record was found", async () => {
  const [hit] = (await find(search({ query: "Алексеев telegram" }))).hits;
  expect(hit?.reasons).toEqual([
    { word: "Алексеев", as: null, fields: ["names"] },
    { word: "telegram", as: null, fields: ["title"] },
  ]);
});

test("says what emptied the results, and what would be found instead", async () => {
  const found = await find(search({ query: "title:quarantine havana", filters: { type: ["report"] } }));
  expect(found.total).toBe(0);
  expect(found.emptiness?.parts.map(({ alone }) => alone)).toEqual([0, 2, 3]);
  for (const { state, total } of found.emptiness?.offers ?? []) {
    expect(total).toBeGreaterThan(0);
    expect((await find(state)).total).toBe(total);
  }
});

test("an edit is found at once, and what is withdrawn is gone at once", async () => {
  const added = await addPublished("Zeppelin over the harbour", { summary: "On airships." });
  expect(titlesOf(await find(search({ query: "zeppelin" })))).toEqual(["Zeppelin over the harbour"]);
  expect((await find(search({ query: "airship", exact: true }))).total).toBe(1);
  const withdrawn = await withdrawRecord(added.id, added.version, "Test", "archive");
  expect(withdrawn.ok).toBe(true);
  expect((await find(search({ query: "zeppelin" }))).total).toBe(0);
});
