import { expect, test } from "@playwright/test";
import { db } from "@/db/client";
import { describeNewRecord, describeRecord } from "@/db/commands/records";
import { blankDescription, findRecordDescription } from "@/db/queries/record-description";
import { withFreshDatabase } from "../fixtures/database";

withFreshDatabase();

async function storedDraft(title: string) {
  const { id } = await describeNewRecord(blankDescription(title), "archive");
  const description = await findRecordDescription(db(), id);
  if (!description) throw new Error("The draft was not stored.");
  return { id, description };
}

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
