import { expect, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { describeNewRecord, publishRecord } from "@/db/commands/records";
import { countCompleteness, countCoverage } from "@/db/queries/coverage";
import { listRecords, type RecordFilter } from "@/db/queries/listed-records";
import { listNeighbours } from "@/db/queries/record-neighbours";
import { blankDescription } from "@/db/queries/record-description";
import { listSubtree } from "@/db/queries/subtrees";
import { listRecordsAround } from "@/db/queries/theme-records";
import { findVocabularyEntry, listVocabulary } from "@/db/queries/vocabularies";
import { countAnniversaries, countUnits, countYears, findNearestDays } from "@/db/queries/years";
import { collectionRecords, collections, themeCollections, themes } from "@/db/schema";
import { periodOf, type PeriodPart } from "@/lib/archive/period";
import { memberSorts, recordSorts, type RecordSort } from "@/lib/archive/record-sorts";
import { withFreshDatabase } from "../fixtures/database";
import { addCollection, addType } from "../fixtures/searchable";

withFreshDatabase();
test.describe.configure({ mode: "serial" });

/** Titles by dates of every kind; what stands in the lists below is worked out from these. */
const dated = [
  ["Day", "1962-10-27"],
  ["Other day", "1962-10-28"],
  ["Same day another year", "1959-10-27"],
  ["Month", "1962-10"],
  ["Year", "1962"],
  ["About the year", "1962~"],
  ["Perhaps the day", "1962-10-27?"],
  ["Across years", "1960/1963"],
  ["Across months", "1962-09-30/1962-10-02"],
  ["Before the common era", "-0043-03-15"],
  ["Unknown beginning", "../1958"],
  ["Undated", null],
] as const;

async function publish(
  title: string,
  dateEdtf: string | null,
  rest: Partial<ReturnType<typeof blankDescription>> = {},
) {
  const { id, version } = await describeNewRecord(
    { ...blankDescription(title), dateEdtf, ...rest },
    "archive",
  );
  const outcome = await publishRecord(id, version, "archive");
  if (!outcome.ok) throw new Error(`${title}: ${outcome.reason}`);
  return id;
}

const titlesOf = async (filter: RecordFilter, sort: RecordSort = "date", year: number | null = null) =>
  (await listRecords(filter, { page: 1, pageSize: 500, sort, year })).rows.map(({ title }) => title);

test.beforeAll(async () => {
  for (const [title, edtf] of dated) await publish(title, edtf);
  await describeNewRecord({ ...blankDescription("A draft of the day"), dateEdtf: "1962-10-27" }, "archive");
});

function partOf(part: PeriodPart, ...parts: [number, number?, number?]) {
  const period = periodOf(...parts);
  if (!period) throw new Error("The calendar has no such thing.");
  return titlesOf({ by: "period", period, part });
}

test("each record stands at the narrowest time it certainly belongs to, and drafts nowhere", async () => {
  expect(await partOf("within", 1962)).toEqual(["Year", "Across months", "Month", "Day", "Other day"]);
  expect(await partOf("wide", 1962)).toEqual(["Year", "Across months"]);
  expect(await partOf("perhaps", 1962)).toEqual(["Across years", "About the year", "Perhaps the day"]);
  expect(await partOf("within", 1962, 10)).toEqual(["Month", "Day", "Other day"]);
  expect(await partOf("wide", 1962, 10)).toEqual(["Month"]);
  expect(await partOf("perhaps", 1962, 10)).toEqual([
    "Year",
    "About the year",
    "Across months",
    "Perhaps the day",
  ]);
  expect(await partOf("within", 1962, 10, 27)).toEqual(["Day"]);
  expect(await partOf("perhaps", 1962, 10, 27)).toEqual(["Month", "Perhaps the day"]);
  expect(await partOf("within", -43, 3, 15)).toEqual(["Before the common era"]);
});

test("years count each record once", async () => {
  const { years, uncertain, undated } = await countYears();
  expect(years).toEqual([
    { year: -43, records: 1 },
    { year: 1959, records: 1 },
    { year: 1962, records: 5 },
  ]);
  expect([uncertain, undated]).toEqual([4, 1]);
  expect(await titlesOf({ by: "uncertain" })).toEqual([
    "Unknown beginning",
    "Across years",
    "About the year",
    "Perhaps the day",
  ]);
  expect(await titlesOf({ by: "undated" })).toEqual(["Undated"]);
});

test("a year divides into months and a month into days; the nearest with records are known", async () => {
  const year = periodOf(1962);
  const month = periodOf(1962, 10);
  const day = periodOf(1962, 10, 27);
  if (!year || !month || !day) throw new Error("The calendar has no such thing.");
  expect(await countUnits(year)).toEqual([
    { unit: 10, records: 3 },
    { unit: null, records: 2 },
  ]);
  expect(await countUnits(month)).toEqual([
    { unit: 27, records: 1 },
    { unit: 28, records: 1 },
    { unit: null, records: 1 },
  ]);
  expect(await findNearestDays(year)).toEqual({ before: 19591027, after: null });
  expect(await findNearestDays(day)).toEqual({ before: 19591027, after: 19621028 });
});

test("a day of any year gathers what is dated on it", async () => {
  expect(await titlesOf({ by: "anniversary", anniversary: 1027 })).toEqual(["Same day another year", "Day"]);
  expect(await titlesOf({ by: "anniversary", anniversary: 315 })).toEqual(["Before the common era"]);
  expect(await countAnniversaries(1027)).toEqual([
    { year: 1959, records: 1 },
    { year: 1962, records: 1 },
  ]);
});

test("every order shows each record once, from the first page to the last", async () => {
  const collection = await addCollection("Many");
  const ids: number[] = [];
  for (let number = 0; number < 45; number += 1) {
    // Many share a title, a date and a moment of publication: only the id tells them apart.
    ids.push(
      await publish(`Twin ${number % 3}`, number % 5 === 0 ? null : `19${50 + (number % 4)}`, {
        collections: [{ id: collection.id }],
      }),
    );
  }
  const filter = { by: "collection", ids: [collection.id] } as const;
  for (const sort of memberSorts) {
    const seen: string[] = [];
    for (let page = 1; page <= 5; page += 1) {
      const { rows, total } = await listRecords(filter, { page, pageSize: 10, sort, year: null });
      expect(total, sort).toBe(45);
      seen.push(...rows.map(({ slug }) => slug));
    }
    expect(new Set(seen).size, sort).toBe(45);
  }
  const newest = await listRecords(filter, { page: 1, pageSize: 45, sort: "-date", year: null });
  expect(newest.rows[0]?.dateEdtf).toBe("1953");
  expect(newest.rows.at(-1)?.dateEdtf).toBeNull();
  expect((await listRecords(filter, { page: 1, pageSize: 5, sort: "date", year: 1951 })).total).toBe(9);
  expect(recordSorts).not.toContain("order");
});

test("a collection is read in the order of its tree and its curators, and so are its neighbours", async () => {
  const top = await addCollection("Top");
  const part = await addCollection("Part");
  await db().update(collections).set({ parentId: top.id }).where(eq(collections.id, part.id));
  const last = await publish("First by date, put last", "1900", { collections: [{ id: top.id }] });
  const first = await publish("Last by date, put first", "1999", { collections: [{ id: top.id }] });
  await publish("In the part", "1850", { collections: [{ id: part.id }] });
  await db().update(collectionRecords).set({ position: 1 }).where(eq(collectionRecords.recordId, last));
  const ids = await listSubtree("collection", top.id);
  expect(ids).toEqual([top.id, part.id]);
  expect(await titlesOf({ by: "collection", ids }, "order")).toEqual([
    "Last by date, put first",
    "First by date, put last",
    "In the part",
  ]);
  expect(await listNeighbours(first, 19990101)).toMatchObject([
    { previousTitle: null, nextTitle: "First by date, put last" },
  ]);
  expect(await listNeighbours(last, 19000101)).toMatchObject([
    { previousTitle: "Last by date, put first", nextTitle: null },
  ]);
});

test("the entries of a controlled list count published records", async () => {
  const report = await addType("Report");
  await publish("Of a type", "1940", { documentTypes: [{ id: report.id }] });
  await describeNewRecord(
    { ...blankDescription("A draft of a type"), documentTypes: [{ id: report.id }] },
    "archive",
  );
  expect(await listVocabulary("document-type", "name")).toEqual([
    { key: "report", name: "Report", records: 1 },
  ]);
  const entry = await findVocabularyEntry("document-type", "report");
  expect(await titlesOf({ by: "vocabulary", kind: "document-type", entryId: entry?.id ?? "" })).toEqual([
    "Of a type",
  ]);
  expect(await findVocabularyEntry("language", "xx")).toBeNull();
});

test("coverage counts what is there and what is not named", async () => {
  const rows = await countCoverage("repository", 100, 30);
  expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(["none"]));
  const total = rows.reduce((sum, { records }) => sum + records, 0);
  const complete = await countCompleteness(100);
  expect(complete.reduce((sum, { bare }) => sum + bare, 0)).toBe(total);
  expect(complete.find(({ column }) => column === -100)?.records).toBe(1);
});

test("an event finds the records of its days in the theme's collections, and no others", async () => {
  const collection = await addCollection("Of the theme");
  await publish("Two days after", "1962-10-24", { collections: [{ id: collection.id }] });
  await publish("In the same month", "1962-10", { collections: [{ id: collection.id }] });
  await publish("Elsewhere on the day", "1962-10-22");
  const [theme] = await db().insert(themes).values({ slug: "theme", title: "Theme" }).returning();
  if (!theme) throw new Error("The theme was not stored.");
  await db().insert(themeCollections).values({ themeId: theme.id, collectionId: collection.id });
  const found = await listRecordsAround(theme.id, [{ eventId: 7, first: 19621019, last: 19621025 }], 6);
  expect(found).toMatchObject([{ eventId: 7, title: "Two days after", total: 1 }]);
});
