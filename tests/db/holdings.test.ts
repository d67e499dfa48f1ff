import { expect, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { describeNewRecord, publishRecord, withdrawRecord } from "@/db/commands/records";
import { listFileReferences, listHoldingParts, listHoldings } from "@/db/queries/holdings";
import { listRecords } from "@/db/queries/listed-records";
import { blankDescription, type RecordDescription } from "@/db/queries/record-description";
import { findSurroundings } from "@/db/queries/record-relations";
import { possibleDuplicates, records, repositories, subjects } from "@/db/schema";
import { parseReference } from "@/lib/archive/archival-reference";
import { partOf, wholeRepository } from "@/lib/archive/holding";
import { withFreshDatabase } from "../fixtures/database";

withFreshDatabase();

let repositoryId = 0;

test.beforeAll(async () => {
  const [row] = await db()
    .insert(repositories)
    .values({ slug: "reading-room", name: "Reading Room" })
    .returning({ id: repositories.id });
  repositoryId = row?.id ?? 0;
});

/** A published record with these references; its description may say more. */
async function published(title: string, raws: readonly string[], more: Partial<RecordDescription> = {}) {
  const references = raws.map((raw) => {
    const { repository: _, ...levels } = parseReference(raw);
    return { repository: { id: repositoryId }, raw, ...levels };
  });
  const { id } = await describeNewRecord({ ...blankDescription(title), references, ...more }, "archive");
  await publishRecord(id, 1, "archive");
  return id;
}

const standing = async (id: number, except: readonly number[] = []) => {
  const [row] = await db()
    .select({ id: records.id, title: records.title, summary: records.summary })
    .from(records)
    .where(eq(records.id, id));
  if (!row) throw new Error("There is no such record.");
  return findSurroundings(row, except);
};

test("a repository is read as a tree of what published records refer to", async () => {
  await published("Shelf list", [
    "RR, f. 5, op. 49, d. 131, ll. 193-194",
    "RR, f. 5, op. 49, d. 131, l. 203",
  ]);
  await published("Shelf plan", ["RR, f. 5, op. 49, d. 131, l. 194"]);
  await published("Key book", ["RR, B 136/59748, 403-410"]);
  const gone = await published("Lost book", ["RR, f. 6, op. 1, d. 1"]);
  await withdrawRecord(gone, 2, "Test", "archive");
  await describeNewRecord(blankDescription("A draft"), "archive");

  const top = await listHoldingParts(repositoryId, wholeRepository);
  expect(top.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
    { level: "fonds", name: "B 136", records: 1 },
    { level: "fonds", name: "f. 5", records: 2 },
  ]);
  const bundesarchiv = partOf(wholeRepository, "fonds", "B 136");
  expect(await listHoldingParts(repositoryId, bundesarchiv)).toEqual([
    { level: "file", name: "59748", records: 1 },
  ]);
  const file = { fonds: "f. 5", series: "op. 49", file: "d. 131" };
  const folios = await listFileReferences(repositoryId, file);
  expect(folios.map(({ title, from, to }) => [title, from, to])).toEqual([
    ["Shelf list", 193, 194],
    ["Shelf plan", 194, 194],
    ["Shelf list", 203, 203],
  ]);
  const list = await listRecords(
    { by: "repository", id: repositoryId, at: { ...file, file: null } },
    { page: 1, pageSize: 10, sort: "date", year: null },
  );
  expect(list.total).toBe(2);
  const tree = await listHoldings(repositoryId, 200);
  expect(tree).toHaveLength(5);
  expect(tree).toContainEqual({ fonds: "f. 5", series: "op. 49", file: null, records: 2 });
  expect(await listHoldings(repositoryId, 1)).toBeNull();
});

test("a meeting is followed from record to record, without those that readers may not see", async () => {
  const [first, second, third] = [
    await published("First sitting", [], { dateEdtf: "1962-11-03" }),
    await published("Second sitting", [], { dateEdtf: "1962-11-04" }),
    await published("Third sitting", [], { dateEdtf: "1962-11-05" }),
  ];
  const link = (relatedId: number) => ({ kind: "same_meeting_as" as const, relatedId, note: null });
  const late = await published("Fourth sitting", [], { dateEdtf: "1962-11-06", relations: [link(third)] });
  const hidden = await describeNewRecord(
    { ...blankDescription("Draft sitting"), relations: [link(third)] },
    "archive",
  );
  expect(hidden.ok).toBe(true);
  const bridge = await published("Bridge", [], { relations: [link(first), link(second), link(late)] });
  const { meeting } = await standing(first);
  expect(meeting.map(({ title }) => title)).toEqual([
    "First sitting",
    "Second sitting",
    "Third sitting",
    "Fourth sitting",
    "Bridge",
  ]);
  await withdrawRecord(bridge, 2, "Test", "archive");
  expect((await standing(first)).meeting).toEqual([]);
});

test("likeness comes from what few records share, and says so", async () => {
  const [rare] = await db()
    .insert(subjects)
    .values({ slug: "bookbinding", name: "Bookbinding" })
    .returning({ id: subjects.id });
  const own = { subjects: [{ id: rare?.id ?? 0 }] };
  const one = await published("On glue", [], own);
  const other = await published("On thread", [], own);
  const twin = await published("On glue, again", [], own);
  await db().insert(possibleDuplicates).values({ recordId: one, otherId: twin, reason: "Test" });
  const { similar, duplicates } = await standing(one);
  expect(similar.map(({ id, shares }) => [id, shares])).toEqual([[other, ["Bookbinding"]]]);
  expect(duplicates.map(({ id }) => id)).toEqual([twin]);
  expect((await standing(one, [other])).similar).toEqual([]);
});

test("words make a likeness only when they are rare and several are shared, and are not shown", async () => {
  const title = "Report on &quot;Marbled&quot; Endpapers and Bookplates";
  const one = await published(title, []);
  const alike = await published("Endpapers, marbled, with bookplates", []);
  await published("A quotation of bookplates and endpapers", []);
  const { similar } = await standing(one);
  expect(similar.map(({ id, shares }) => [id, shares])).toEqual([[alike, []]]);
});
