import { expect, test } from "@playwright/test";
import { and, asc, eq } from "drizzle-orm";
import { db, sqlPool } from "@/db/client";
import {
  describeNewRecord,
  describeRecord,
  publishRecord,
  submitRecord,
  withdrawRecord,
} from "@/db/commands/records";
import { blankDescription, findRecordDescription } from "@/db/queries/record-description";
import { records, recordSearch, retiredSlugs, revisions, texts } from "@/db/schema";
import { tagChannel } from "@/lib/archive/cache-tags";
import { unpackTags } from "@/lib/archive/tag-messages";
import { provenCurator } from "@/lib/archive/curator";
import { NotPermitted } from "@/lib/archive/permissions";
import { withFreshDatabase } from "../fixtures/database";
import { waitingRecords } from "../fixtures/index-jobs";
import { storedDraft } from "../fixtures/stored-draft";

withFreshDatabase();

const historyOf = (id: number) =>
  db()
    .select({
      action: revisions.action,
      version: revisions.version,
      changes: revisions.changes,
      note: revisions.note,
    })
    .from(revisions)
    .where(and(eq(revisions.entity, "record"), eq(revisions.entityId, id)))
    .orderBy(asc(revisions.id));

test("a new record is a draft with its revision, its search vector and its index job", async () => {
  const { id } = await storedDraft("Report on the reading room");
  const [row] = await db().select().from(records).where(eq(records.id, id));
  expect(row).toMatchObject({
    status: "draft",
    version: 1,
    slug: "report-on-the-reading-room",
    firstPublishedAt: null,
  });
  expect(await historyOf(id)).toMatchObject([{ action: "created", version: 1 }]);
  const [vector] = await db().select().from(recordSearch).where(eq(recordSearch.recordId, id));
  expect(vector?.everything).toContain("'read':4A");
  expect((await waitingRecords()).filter((waiting) => waiting === id)).toHaveLength(1);
});

test("an edit keeps each changed field before and after, and nothing else", async () => {
  const { id, description } = await storedDraft("Notice");
  const change = await describeRecord(
    id,
    1,
    { ...description, summary: "About opening hours.", dateEdtf: "1962-10" },
    "archive",
    "Hours added",
  );
  expect(change).toMatchObject({ ok: true, version: 2 });
  const [, edited] = await historyOf(id);
  expect(edited).toEqual({
    action: "edited",
    version: 2,
    note: "Hours added",
    changes: [
      { field: "summary", before: null, after: "About opening hours." },
      { field: "dateEdtf", before: null, after: "1962-10" },
    ],
  });
  const [row] = await db().select().from(records).where(eq(records.id, id));
  expect(row).toMatchObject({ dateEarliest: 19621001, dateLatest: 19621031 });
});

test("a record that does not exist is gone", async () => {
  expect(await publishRecord(999_999, 1, "archive")).toEqual({ ok: false, reason: "gone" });
});

test("a draft's address follows its title; a published one is kept until it is changed, and then redirects", async () => {
  const { id, description } = await storedDraft("First thought");
  const renamed = await describeRecord(id, 1, { ...description, title: "Second thought" }, "archive");
  expect(renamed).toMatchObject({ slug: "second-thought" });
  await publishRecord(id, 2, "archive");
  const present = await findRecordDescription(db(), id);
  if (!present) throw new Error("The record is gone.");
  expect(await describeRecord(id, 3, { ...present, title: "Third thought" }, "archive")).toMatchObject({
    slug: "second-thought",
  });
  expect(await describeRecord(id, 4, { ...present, slug: "third-thought" }, "archive")).toMatchObject({
    slug: "third-thought",
  });
  expect(
    await db().select({ slug: retiredSlugs.slug }).from(retiredSlugs).where(eq(retiredSlugs.ownerId, id)),
  ).toEqual([{ slug: "second-thought" }]);
  const { slug } = await describeNewRecord(blankDescription("Second thought"), "archive");
  expect(slug).toBe("second-thought-2");
});

test("publishing, withdrawing and publishing again are told apart, and the first day of publication stays", async () => {
  const { id } = await storedDraft("Life of a notice");
  await submitRecord(id, 1, "archive");
  await publishRecord(id, 2, "archive");
  const [published] = await db().select().from(records).where(eq(records.id, id));
  await withdrawRecord(id, 3, "Superseded by a newer notice.", "archive");
  const [withdrawn] = await db().select().from(records).where(eq(records.id, id));
  expect(withdrawn).toMatchObject({ status: "withdrawn", withdrawnReason: "Superseded by a newer notice." });
  await publishRecord(id, 4, "archive");
  const [again] = await db().select().from(records).where(eq(records.id, id));
  expect(again).toMatchObject({
    status: "published",
    withdrawnReason: null,
    firstPublishedAt: published?.firstPublishedAt,
  });
  expect((await historyOf(id)).map(({ action }) => action)).toEqual([
    "created",
    "submitted",
    "published",
    "withdrawn",
    "reinstated",
  ]);
});

test("a text keeps its id and its paragraphs' anchors through an edit, and is cleaned on the way in", async () => {
  const { id, description } = await storedDraft("With a text");
  const text = {
    kind: "transcript",
    method: "human",
    creditAgent: null,
    credit: null,
    sourceNote: null,
    notes: [],
  } as const;
  await db().execute(
    `insert into languages (code, iso639_2b, name) values ('en', 'eng', 'English') on conflict do nothing`,
  );
  await describeRecord(
    id,
    1,
    { ...description, texts: [{ ...text, id: null, languageCode: "en", html: "<p>one</p><p>two</p>" }] },
    "archive",
  );
  const stored = await findRecordDescription(db(), id);
  const [first] = stored?.texts ?? [];
  if (!stored || !first) throw new Error("The text was not stored.");
  const html = first.html.replace("<p id", `<p>before<script>x()</script></p><p id`);
  await describeRecord(id, 2, { ...stored, texts: [{ ...first, html }] }, "archive");
  const rows = await db().select().from(texts).where(eq(texts.recordId, id));
  expect(rows).toMatchObject([
    {
      id: first.id,
      html: `<p id="p3">before</p><p id="p1">one</p><p id="p2">two</p>`,
      plain: "before\n\none\n\ntwo",
    },
  ]);
});

test("the number of a paragraph is never given twice, and notes are kept and found", async () => {
  const { id, description } = await storedDraft("With two texts");
  const text = {
    id: null,
    kind: "transcript",
    languageCode: "en",
    method: "human",
    creditAgent: null,
    credit: null,
    sourceNote: null,
    html: `<p>one</p><hr data-page="2"><p>two</p>`,
    notes: [{ number: 1, label: "*", html: "An <i>unusual</i> remark<script>x()</script>" }],
  } as const;
  const translation = {
    ...text,
    kind: "translation",
    html: `<p data-renders="p2">zwei</p>`,
    notes: [],
  } as const;
  await describeRecord(id, 1, { ...description, texts: [text, translation] }, "archive");
  const withTwo = await findRecordDescription(db(), id);
  expect(withTwo?.texts.map(({ html }) => html)).toEqual([
    `<p id="p1">one</p><hr data-page="2" /><p id="p2">two</p>`,
    `<p id="p3" data-renders="p2">zwei</p>`,
  ]);
  expect(withTwo?.texts[0]?.notes).toEqual([{ number: 1, label: "*", html: "An <i>unusual</i> remark" }]);
  const found = await db().execute<{ count: number }>(
    `select count(*)::int as count from search_passages where record_id = ${id} and is_note and words @@ to_tsquery('archive', 'unusual')`,
  );
  expect(found[0]?.count).toBe(1);
  const segments = await db().execute(
    `select anchor, aligned_anchor, page from text_segments s join texts t on t.id = s.text_id where t.record_id = ${id} order by anchor`,
  );
  expect([...segments]).toEqual([
    { anchor: "p1", aligned_anchor: null, page: null },
    { anchor: "p2", aligned_anchor: null, page: 2 },
    { anchor: "p3", aligned_anchor: "p2", page: null },
  ]);

  if (!withTwo) throw new Error("The texts were not stored.");
  await describeRecord(id, 2, { ...withTwo, texts: withTwo.texts.slice(0, 1) }, "archive");
  const withOne = await findRecordDescription(db(), id);
  if (!withOne) throw new Error("The text is gone.");
  const [kept] = withOne.texts;
  await describeRecord(
    id,
    3,
    { ...withOne, texts: kept ? [{ ...kept, html: `${kept.html}<p>three</p>` }, text] : [] },
    "archive",
  );
  const anchors = await db().execute<{ anchor: string; plain: string }>(
    `select anchor, s.plain from text_segments s join texts t on t.id = s.text_id where t.record_id = ${id} order by anchor`,
  );
  expect([...anchors].map(({ anchor, plain }) => `${anchor} ${plain}`)).toEqual([
    "p1 one",
    "p2 two",
    "p4 three",
    "p5 one",
    "p6 two",
  ]);
});

test("a notice of a public change is sent at commit; a draft's change sends none", async () => {
  const heard: string[][] = [];
  const listening = await sqlPool().listen(tagChannel, (notice) => void heard.push(unpackTags(notice).tags));
  const { id, description } = await storedDraft("Heard of");
  await describeRecord(id, 1, { ...description, summary: "still a draft" }, "archive");
  await publishRecord(id, 2, "archive");
  await expect.poll(() => heard.length).toBe(1);
  expect(heard[0]).toEqual(expect.arrayContaining(["records", `record:${id}`]));
  await listening.unlisten();
});

test("the database itself refuses what no code should send", async () => {
  const { id } = await storedDraft("Guarded");
  const refused: [statement: string, constraint: string][] = [
    [`update records set title = ' ' where id = ${id}`, "records_title_present"],
    [`update records set status = 'withdrawn' where id = ${id}`, "records_withdrawn_reason"],
    [`update records set status = 'published' where id = ${id}`, "records_published_once"],
    [`update records set date_edtf = '1962' where id = ${id}`, "records_date_derived"],
    [
      `update records set date_edtf = '1962', date_earliest = 2, date_latest = 1 where id = ${id}`,
      "records_date_bounds",
    ],
    [
      `insert into record_relations (record_id, related_id, kind) values (${id}, ${id}, 'cites')`,
      "record_relations_not_self",
    ],
    [`insert into places (name, slug, latitude) values ('Nowhere', 'nowhere', 1)`, "places_coordinates"],
  ];
  for (const [statement, constraint] of refused) {
    await expect(sqlPool().unsafe(statement)).rejects.toMatchObject({ constraint_name: constraint });
  }
});

test("a contributor may draft and submit, not publish, withdraw or change what is public", async () => {
  const { id, description } = await storedDraft("By a contributor");
  const [user] = await sqlPool()<{ id: number }[]>`
    insert into users (email, name, role) values ('c@archive.example', 'A contributor', 'contributor') returning id`;
  if (!user) throw new Error("The contributor was not stored.");
  const contributor = provenCurator({
    id: user.id,
    name: "A contributor",
    email: "c@archive.example",
    role: "contributor",
  });
  expect(await describeRecord(id, 1, { ...description, summary: "drafted" }, contributor)).toMatchObject({
    ok: true,
  });
  expect(await submitRecord(id, 2, contributor)).toMatchObject({ ok: true, status: "in_review" });
  await expect(publishRecord(id, 3, contributor)).rejects.toBeInstanceOf(NotPermitted);
  await publishRecord(id, 3, "archive");
  await expect(withdrawRecord(id, 4, "why", contributor)).rejects.toBeInstanceOf(NotPermitted);
  await expect(describeRecord(id, 4, description, contributor)).rejects.toBeInstanceOf(NotPermitted);
  expect(await historyOf(id)).toHaveLength(4);
});
