import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { sqlPool } from "@/db/client";
import { describeRecord, withdrawRecord } from "@/db/commands/records";
import { withFreshDatabase } from "../fixtures/database";
import { descriptionOf, fileOf, idOf, run, withImportFolder } from "../fixtures/importing";
import { find } from "../fixtures/searching";

withFreshDatabase();

withImportFolder();

async function counts() {
  const [row] = await sqlPool()`
    select (select count(*)::int from records) as records, (select count(*)::int from agents) as agents,
      (select count(*)::int from collections) as collections, (select count(*)::int from texts) as texts,
      (select count(*)::int from revisions) as revisions, (select count(*)::int from jobs.job) as jobs,
      (select count(*)::int from subjects) as subjects, (select count(*)::int from record_relations) as relations`;
  return row;
}

/** Made-up lines that use every field. */
const letter = {
  id: "made-up/1",
  title: "Letter from Example to Sample",
  date_text: "about May 1950",
  date_edtf: "1950-05~",
  summary: "A letter that was never written.",
  body: "Riverton, May 1950\n\nFirst paragraph.\n\nSecond <paragraph>.",
  creators: ["Example"],
  recipients: ["Sample, Ann"],
  people: ["Example, Eric", "Sample, Ann"],
  people_ids: ["volume#1", "volume#2"],
  places: ["Riverton", "Hillside"],
  subjects: ["Letters > Invented"],
  language: "en",
  doc_type: "Letter",
  classification: "Secret",
  source_archive: "Example Archive",
  source_citation: "Example Archive, f. 1, op. 2, d. 3, l. 4",
  collection: "Invented letters",
  series: "Invented papers",
  rights: "CC BY 4.0",
  url: "https://example.org/1",
  notes: ["One note.", "Another."],
  related: ["made-up/2", "made-up/absent"],
  shelf: "B 7",
};
const reply = {
  id: "made-up/2",
  title: "Reply",
  date_edtf: "1950-13",
  people: ["Example, Eric"],
  related: ["made-up/1"],
};

test("a dry run says the same and leaves nothing", async () => {
  const before = await counts();
  const path = fileOf("dry.jsonl", [letter, "{", reply]);
  const dry = await run(path, { isDryRun: true });
  expect(await counts()).toEqual(before);
  const real = await run(path);
  expect(dry).toEqual(real);
  expect(real.summary).toMatchObject({
    created: 2,
    refused: 1,
    warnings: 1,
    relations: 2,
    unresolved: 1,
    ignored: { shelf: 1 },
  });
  expect(real.summary.authorities).toMatchObject({
    person: 2,
    place: 2,
    subject: 2,
    collection: 2,
    repository: 1,
  });
});

test("every field finds its place", async () => {
  const description = await descriptionOf("made-up/1");
  expect(description).toMatchObject({
    title: letter.title,
    summary: letter.summary,
    dateExpression: "about May 1950",
    dateEdtf: "1950-05~",
    sourceCitation: letter.source_citation,
    sourceUri: letter.url,
    rights: { name: "CC BY 4.0" },
    languages: [{ id: "en", name: "English" }],
    documentTypes: [{ name: "Letter" }],
    classifications: [{ name: "Secret" }],
    collections: [{ name: "Invented letters" }],
    subjects: [{ name: "Letters--Invented" }],
    references: [
      {
        repository: { name: "Example Archive" },
        raw: letter.source_citation,
        fonds: "f. 1",
        file: "d. 3",
        folioFrom: 4,
      },
    ],
    relations: [{ relatedId: await idOf("made-up/2"), kind: "cites" }],
  });
  expect(description.agents.map(({ name, role, nameAsWritten }) => [role, name, nameAsWritten])).toEqual([
    ["author", "Example, Eric", "Example"],
    ["recipient", "Sample, Ann", null],
    ["mentioned", "Example, Eric", null],
    ["mentioned", "Sample, Ann", null],
  ]);
  expect(description.places.map(({ name, role }) => [role, name])).toEqual([
    ["about", "Hillside"],
    ["written_at", "Riverton"],
  ]);
  expect(description.texts).toMatchObject([{ kind: "transcript", languageCode: "en", method: "human" }]);
  expect(description.texts[0]?.html).toContain('<p id="p3">Second &lt;paragraph&gt;.</p>');
});

test("a record is published, searchable and has a revision that names its line", async () => {
  const [row] = await sqlPool()`
    select r.status, r.slug, v.action, v.note, (select count(*)::int from text_segments g join texts t on t.id = g.text_id where t.record_id = r.id) as segments,
      exists (select from jobs.job j where (j.data->>'recordId')::integer = r.id) as queued
    from records r join revisions v on v.entity = 'record' and v.entity_id = r.id
    where r.source_id = 'made-up/1'`;
  expect(row).toEqual({
    status: "published",
    slug: "letter-from-example-to-sample",
    action: "imported",
    note: "dry.jsonl, line 1",
    segments: 3,
    queued: true,
  });
  // Of its description and of its text.
  const found = await find({ query: "Riverton AND paragraph" });
  expect(found.hits.map(({ slug }) => slug)).toEqual(["letter-from-example-to-sample"]);
});

test("a date that is not EDTF is kept as worded", async () => {
  expect(await descriptionOf("made-up/2")).toMatchObject({ dateExpression: "1950-13", dateEdtf: null });
});

test("the same file again changes nothing", async () => {
  const before = await counts();
  const { summary } = await run(fileOf("again.jsonl", [letter, reply]));
  expect(summary).toMatchObject({ created: 0, changed: 0, unchanged: 2, relations: 0, authorities: {} });
  expect(await counts()).toEqual(before);
});

test("a changed line changes its record and keeps its address, relations and other collections", async () => {
  const before = await descriptionOf("made-up/1");
  const path = fileOf("changed.jsonl", [{ ...letter, title: "Another title", summary: "Now otherwise." }]);
  const { summary } = await run(path, { collection: "A choice" });
  expect(summary).toMatchObject({ created: 0, changed: 1 });
  const after = await descriptionOf("made-up/1");
  expect(after).toMatchObject({ slug: before.slug, title: "Another title", relations: before.relations });
  expect(after.collections.map(({ name }) => name)).toEqual(["Invented letters", "A choice"]);
  expect(after.texts[0]?.id).toBe(before.texts[0]?.id);
  const [revision] = await sqlPool()`
    select version, action, changes from revisions where entity_id = ${await idOf("made-up/1")} order by id desc limit 1`;
  expect(revision).toMatchObject({ version: 2, action: "imported" });
  expect(revision?.["changes"].map(({ field }: { field: string }) => field)).toEqual([
    "title",
    "summary",
    "collections",
  ]);
});

test("what a curator has edited or withdrawn stays as it is", async () => {
  const lines = [
    { id: "made-up/edited", title: "Edited" },
    { id: "made-up/withdrawn", title: "Withdrawn" },
  ];
  await run(fileOf("first.jsonl", lines));
  const edited = await idOf("made-up/edited");
  await describeRecord(
    edited,
    1,
    { ...(await descriptionOf("made-up/edited")), title: "By hand" },
    "archive",
  );
  await withdrawRecord(await idOf("made-up/withdrawn"), 1, "A test.", "archive");

  const { summary, warned } = await run(
    fileOf(
      "second.jsonl",
      lines.map((line) => ({ ...line, summary: "New" })),
    ),
  );
  expect(summary).toMatchObject({ changed: 0, kept: 2 });
  expect(warned[0]).toMatch(/^1: made-up\/edited was edited here/);
  expect(await descriptionOf("made-up/edited")).toMatchObject({ title: "By hand", summary: null });
});

test("lines that cannot be taken are refused by number, the others go in", async () => {
  const { summary, refused } = await run(
    fileOf("odd.jsonl", [
      "{",
      { title: "No id" },
      { id: "odd/1" },
      { id: "odd/1", title: "Twice" },
      { id: "odd/2", title: "Good" },
    ]),
  );
  expect(summary).toMatchObject({ lines: 5, created: 2, refused: 3 });
  expect(refused.map((notice) => notice.slice(0, 30))).toEqual([
    expect.stringMatching(/^1: The line is not JSON/),
    expect.stringMatching(/^2: id is missing/),
    expect.stringMatching(/^4: Line 3 has the same id/),
  ]);
  expect(await descriptionOf("odd/1")).toMatchObject({ title: "[Untitled]" });
});

test("a record that the database refuses does not take its batch along", async () => {
  // An index entry holds 2,704 bytes; letters that do not compress fill it.
  const heading = Array.from({ length: 990 }, (_, index) =>
    String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000)),
  ).join("");
  const { summary, refused } = await run(
    fileOf("refused.jsonl", [
      { id: "db/1", title: "Good" },
      { id: "db/2", title: "Bad", subjects: [heading] },
      { id: "db/3", title: "Good too" },
    ]),
  );
  expect(summary).toMatchObject({ created: 2, refused: 1 });
  expect(refused[0]).toMatch(/^2: The database refuses the record: /);
});

test("names meet the people who bear them, in any spelling the archive knows", async () => {
  const sql = sqlPool();
  const [known] = await sql<{ id: number }[]>`
    insert into agents (slug, kind, name) values ('bearer', 'person', 'Bearer, Known') returning id`;
  await sql`insert into agent_names (agent_id, name) values (${known?.id ?? 0}, 'Носитель')`;
  await run(
    fileOf("names.jsonl", [{ id: "names/1", title: "A", people: ["Носитель"], creators: ["Bearer, Known"] }]),
  );
  expect((await descriptionOf("names/1")).agents).toEqual([
    { id: known?.id, name: "Bearer, Known", role: "author", nameAsWritten: null },
    { id: known?.id, name: "Bearer, Known", role: "mentioned", nameAsWritten: "Носитель" },
  ]);
});

test("one hundred records of one title have one hundred addresses", async () => {
  const lines = Array.from({ length: 100 }, (_, index) => ({ id: `same/${index}`, title: "Telegram" }));
  const { summary } = await run(fileOf("same.jsonl", lines));
  expect(summary.created).toBe(100);
  await run(fileOf("same-again.jsonl", [{ id: "same/100", title: "Telegram" }]));
  expect((await descriptionOf("same/100")).slug).toBe("telegram-101");
});

test("a file that is cut off keeps what came before and says so", async () => {
  const lines = Array.from({ length: 3_000 }, (_, index) => ({
    id: `cut/${index}`,
    title: `T ${Math.sin(index)}`,
  }));
  const whole = gzipSync(lines.map((line) => JSON.stringify(line)).join("\n"));
  const path = fileOf("cut.jsonl.gz", []);
  writeFileSync(path, whole.subarray(0, whole.length - 2_000));
  const { summary } = await run(path);
  expect(summary.damage).toMatch(/cut off/);
  expect(summary.created).toBeGreaterThan(2_500);
  expect(summary.created).toBe(summary.lines);
});

test("an import that is stopped ends after a batch, and the next goes on", async () => {
  const path = fileOf(
    "stopped.jsonl",
    Array.from({ length: 600 }, (_, index) => ({ id: `stopped/${index}`, title: `S ${index}` })),
  );
  const first = await run(path, { stopping: AbortSignal.abort() });
  expect(first.summary).toMatchObject({ created: 250, wasStopped: true });
  const second = await run(path);
  expect(second.summary).toMatchObject({ created: 350, unchanged: 250, wasStopped: false });
});
