import { expect, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { refreshAllRecordSearch } from "@/db/commands/record-search";
import { withdrawRecord } from "@/db/commands/records";
import { recordSearch } from "@/db/schema";
import { searchInEngine } from "@/lib/search/engine-search";
import { searchInPostgres } from "@/lib/search/postgres-search";
import { rebuildIndex } from "@/lib/search/rebuild";
import { searchRecords } from "@/lib/search/search-records";
import { blankSearch, type SearchState } from "@/lib/search/state";
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

const sources = [
  { name: "the engine", find: searchInEngine },
  { name: "PostgreSQL", find: searchInPostgres },
];

for (const { name, find } of sources) {
  test.describe(`${name}, asked in words`, () => {
    test("finds a person's records by another spelling or script of the name", async () => {
      for (const query of ["Alexeev", "Алексеев"]) {
        const titles = titlesOf(await find(search({ query })));
        expect(titles, query).toContain("Telegram from the embassy, 7 September 1962");
        expect(titles, query).toContain("Conversation of Mikoyan");
        expect(titles, query).not.toContain("Undated note");
      }
    });

    test("finds a record by its date in several wordings", async () => {
      for (const query of ["4 November 1962", "November 4, 1962", "1962-11-04", "Sunday, early November"])
        expect(titlesOf(await find(search({ query }))), query).toEqual(["Conversation of Mikoyan"]);
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

  test.describe(`${name}, narrowed`, () => {
    test("takes values of one facet as alternatives and facets together", async () => {
      const { total: either } = await find(search({ filters: { type: ["telegram", "report"] } }));
      expect(either).toBe(4);
      const both = await find(search({ filters: { type: ["report"], person: ["mikoyan-anastas-i"] } }));
      expect(titlesOf(both)).toEqual(["Report on the missile crisis", "Conversation of Mikoyan"]);
    });

    test("counts a chosen facet without its own filter and the others with all", async () => {
      const { counts } = await find(search({ filters: { type: ["telegram"] } }));
      expect(Object.fromEntries(counts.get("type") ?? [])).toEqual({ telegram: 1, report: 3 });
      expect(Object.fromEntries(counts.get("collection") ?? [])).toEqual({
        "cuba-and-the-missile-crisis": 1,
      });
      expect(counts.has("year")).toBe(false);
    });

    test("matches uncertain dates by overlap", async () => {
      const found = async (from: string, to: string) => titlesOf(await find(search({ from, to })));
      expect(await found("1960", "1960")).toEqual(["Resolution on deliveries"]);
      expect(await found("1962-10-27", "1962-10-27")).toEqual(["Report on the missile crisis"]);
      expect(await found("1962-11", "")).toEqual(["Conversation of Mikoyan"]);
      expect(await found("", "1959-06")).toEqual(["Resolution on deliveries"]);
    });

    test("counts the years that a date may lie in", async () => {
      const { counts } = await find(search({ filters: { decade: ["1950", "1960"] } }));
      expect(Object.fromEntries(counts.get("year") ?? [])).toEqual({ 1959: 1, 1960: 1, 1961: 1, 1962: 3 });
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

  test.describe(`${name}, its results`, () => {
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
}

test("PostgreSQL forgives a typing error in words of summaries, beside words found elsewhere", async () => {
  const found = await searchInPostgres(search({ query: "tecnology Prague" }));
  expect(titlesOf(found)).toEqual(["Resolution on deliveries"]);
  expect(found.match).toBe("similar");
  expect((await searchInPostgres(search({ query: "xylophones Prague" }))).total).toBe(0);
});

test("a number is not taken for one that differs by a digit", async () => {
  expect((await searchInEngine(search({ query: "1962" }))).total).toBeGreaterThan(0);
  const { hits } = await searchInEngine(search({ query: "1967" }));
  expect(titlesOf({ hits })).toEqual([]);
});

test("vectors that an earlier version wrote are brought up to date", async () => {
  const query = search({ query: "4 November 1962" });
  await db()
    .update(recordSearch)
    .set({ everything: sql`''::tsvector` });
  expect((await searchInPostgres(query)).total).toBe(0);
  await refreshAllRecordSearch();
  expect(titlesOf(await searchInPostgres(query))).toEqual(["Conversation of Mikoyan"]);
});

test("a phrase means its words side by side and in order, with and without the engine", async () => {
  const total = async (query: string) => {
    const results = await searchRecords(search({ query }));
    if (results.status !== "found") throw new Error("The search was refused.");
    expect(results.degraded, query).toBe(false);
    const { total: withoutEngine } = await searchInPostgres(search({ query }));
    expect(results.total, query).toBe(withoutEngine);
    return results.total;
  };
  expect(await total('"missile crisis"')).toBeGreaterThan(0);
  expect(await total("“missile crisis”")).toBeGreaterThan(0);
  expect(await total('"crisis missile"')).toBe(0);
  expect(await total('"five miles"')).toBe(0);
  expect(await total('"missile crisis" -quarantine -mikoyan')).toBeLessThan(await total('"missile crisis"'));
  expect(await total('"five hundred miles" OR "special technology"')).toBe(2);
});

test("labels facets by their present names", async () => {
  const results = await searchRecords(search({ filters: { person: ["mikoyan-anastas-i", "nobody"] } }));
  if (results.status !== "found") throw new Error("The search was refused.");
  const person = results.facets.find(({ name }) => name === "person");
  expect(person?.values).toEqual([
    { value: "mikoyan-anastas-i", label: "Mikoyan, Anastas I.", count: 2, isChosen: true },
    { value: "nobody", label: "nobody", count: null, isChosen: true },
    { value: "alekseev-aleksandr-i", label: "Alekseev, Aleksandr I.", count: 2, isChosen: false },
  ]);
  expect(results.degraded).toBe(false);
});
