import { expect, test } from "@playwright/test";
import { citedDocument } from "@/lib/citations/described";

const record = {
  id: 1,
  title: "Telegram",
  summary: null,
  dateExpression: null,
  dateEdtf: null,
  links: [],
  sourceCitation: null,
  note: "Nationalities given: Cuba.\n\nDocument 268a of frus1961-63v05.",
  rights: null,
};
const names = { permalink: "https://archive.example/document/telegram", archive: "Open History Archive" };
const volume = { title: "Foreign Relations, Volume V", series: "Foreign Relations", position: 268 };
const curated = { title: "Cuba", series: null, position: 0 };

const containerOf = (
  collections: readonly { title: string; series: string | null; position: number }[],
  changes: Partial<typeof record> = {},
) => citedDocument({ ...record, ...changes }, { agents: [], original: null, collections }, names).container;

test("the collection in which a document's number counts is the edition that is cited", () => {
  expect(containerOf([curated, volume])).toEqual({
    title: volume.title,
    series: volume.series,
    number: "268a",
  });
});

test("other collections are cited without a number, and no collection is nothing", () => {
  expect(containerOf([curated])).toEqual({ title: "Cuba", series: null, number: null });
  expect(containerOf([curated, volume], { note: "Undated." })).toMatchObject({ title: "Cuba", number: null });
  expect(containerOf([])).toBeNull();
});
