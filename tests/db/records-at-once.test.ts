import { expect, test } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { describeNewRecord, describeRecord } from "@/db/commands/records";
import { blankDescription, findRecordDescription } from "@/db/queries/record-description";
import { revisions } from "@/db/schema";
import { withFreshDatabase } from "../fixtures/database";
import { storedDraft } from "../fixtures/stored-draft";

withFreshDatabase();

test("the second of two editors gets the present description back and overwrites nothing", async () => {
  const { id, description } = await storedDraft("Shared");
  const [first, second] = await Promise.all([
    describeRecord(id, 1, { ...description, summary: "one" }, "archive"),
    describeRecord(id, 1, { ...description, summary: "two" }, "archive"),
  ]);
  const outcomes = [first, second];
  const won = outcomes.find((outcome) => outcome.ok);
  const lost = outcomes.find((outcome) => !outcome.ok);
  expect(won).toMatchObject({ ok: true, version: 2 });
  const present = await findRecordDescription(db(), id);
  expect(lost).toMatchObject({
    ok: false,
    reason: "conflict",
    version: 2,
    current: { summary: present?.summary },
  });
  expect(await db().$count(revisions, and(eq(revisions.entity, "record"), eq(revisions.entityId, id)))).toBe(
    2,
  );
});

test("records of one title described at the same moment get addresses of their own", async () => {
  const made = await Promise.all(
    Array.from({ length: 6 }, () => describeNewRecord(blankDescription("Twin cable"), "archive")),
  );
  expect(made.map(({ slug }) => slug).toSorted()).toEqual([
    "twin-cable",
    ...[2, 3, 4, 5, 6].map((n) => `twin-cable-${n}`),
  ]);
});

test("two records that refer to each other can be edited at the same time", async () => {
  const [one, two] = [await storedDraft("Question"), await storedDraft("Reply")];
  const edit = (record: typeof one, related: number, version: number) =>
    describeRecord(
      record.id,
      version,
      {
        ...record.description,
        summary: `Edit ${version}`,
        relations: [{ relatedId: related, kind: "cites", note: null }],
      },
      "archive",
    );
  for (let version = 1; version <= 15; version += 1) {
    const changes = await Promise.all([edit(one, two.id, version), edit(two, one.id, version)]);
    expect(changes).toMatchObject([{ ok: true }, { ok: true }]);
  }
});
