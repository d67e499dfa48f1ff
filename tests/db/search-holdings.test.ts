import { expect, test } from "@playwright/test";
import { db } from "@/db/client";
import { refreshRecordSearch } from "@/db/commands/record-search";
import { archivalReferences, repositories } from "@/db/schema";
import { withFreshDatabase } from "../fixtures/database";
import { addPublished } from "../fixtures/searchable";
import { find, titlesOf } from "../fixtures/searching";

withFreshDatabase();

test.beforeAll(async () => {
  const [archive] = await db()
    .insert(repositories)
    .values({ slug: "town-archive", name: "Town archive", abbreviation: "TA" })
    .returning();
  if (!archive) throw new Error("The repository was not stored.");
  for (const [title, fonds, series, file] of [
    ["Plan of the reading room", "5", "30", "12"],
    ["Plan of the stacks", "5", "30", "13"],
    ["Letter about opening hours", "5", null, "12"],
    ["Rules of the house", "7", null, null],
  ] as const) {
    const { id } = await addPublished(title);
    await db()
      .insert(archivalReferences)
      .values({ recordId: id, repositoryId: archive.id, raw: `TA ${fonds}`, fonds, series, file });
    await db().transaction((tx) => refreshRecordSearch(tx, [id]));
  }
});

for (const [value, titles] of [
  ["town-archive", 4],
  ["town-archive:5", 3],
  ["town-archive:5›30", 2],
  ["town-archive:5›30›12", 1],
  ["town-archive:5›-›12", 1],
  ["town-archive:8", 0],
  ["no-archive:5", 0],
] as const) {
  test(`a search within ${value}`, async () => {
    const found = await find({ filters: { repository: [value] } });
    expect(titlesOf(found)).toHaveLength(titles);
    expect(found.total).toBe(titles);
  });
}

test("the order of an archive is a tree of which chosen places are open", async () => {
  const valuesOf = async (chosen: string) =>
    (await find({ filters: { repository: [chosen] } })).facets
      .find(({ name }) => name === "repository")
      ?.values.map(({ value, label, count, depth }) => [value, label, count, depth]);
  expect(await valuesOf("town-archive")).toEqual([
    ["town-archive", "Town archive", 4, 0],
    ["town-archive:5", "5", 3, 1],
    ["town-archive:7", "7", 1, 1],
  ]);
  expect(await valuesOf("town-archive:5›30")).toEqual([
    ["town-archive", "Town archive", 4, 0],
    ["town-archive:5", "5", 3, 1],
    ["town-archive:5›30", "30", 2, 2],
    ["town-archive:5›30›12", "12", 1, 3],
    ["town-archive:5›30›13", "13", 1, 3],
    ["town-archive:5›-›12", "12", 1, 2],
    ["town-archive:7", "7", 1, 1],
  ]);
});

test("an archive is found by its abbreviation in a query", async () => {
  expect((await find({ query: "archive:TA plan" })).total).toBe(2);
});
