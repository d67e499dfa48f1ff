import { and, eq, inArray, notInArray } from "drizzle-orm";
import { textFromHtml } from "@/lib/archive/text-html";
import type { Transaction } from "../client";
import type { DescribedText, RecordDescription } from "../queries/record-description";
import {
  archivalReferences,
  collectionRecords,
  recordAgents,
  recordClassifications,
  recordDocumentTypes,
  recordDonors,
  recordLanguages,
  recordPlaces,
  recordPublishers,
  recordRelations,
  recordSubjects,
  recordTitles,
  texts,
  textSegments,
} from "../schema";

/** The tables whose rows are nothing but a link or a note of one record, written whole at each save. */
const linkTables = [
  recordTitles,
  recordAgents,
  recordPlaces,
  recordSubjects,
  recordLanguages,
  recordDocumentTypes,
  recordClassifications,
  recordDonors,
  recordPublishers,
  archivalReferences,
  recordRelations,
] as const;

/** Makes the links, references and texts of a record what its description says; each list is replaced in the order given. */
export async function writeRecordLinks(tx: Transaction, recordId: number, description: RecordDescription) {
  for (const table of linkTables) await tx.delete(table).where(eq(table.recordId, recordId));
  const numbered = <Row extends object>(rows: readonly Row[]) =>
    rows.map((row, position) => ({ ...row, recordId, position }));

  await insertAll(numbered(description.titles), (rows) => tx.insert(recordTitles).values(rows));
  await insertAll(
    numbered(
      description.agents.map(({ id: agentId, role, nameAsWritten }) => ({ agentId, role, nameAsWritten })),
    ),
    (rows) => tx.insert(recordAgents).values(rows).onConflictDoNothing(),
  );
  await insertAll(numbered(description.places.map(({ id: placeId, role }) => ({ placeId, role }))), (rows) =>
    tx.insert(recordPlaces).values(rows).onConflictDoNothing(),
  );
  await insertAll(numbered(description.subjects.map(({ id: subjectId }) => ({ subjectId }))), (rows) =>
    tx.insert(recordSubjects).values(rows).onConflictDoNothing(),
  );
  await insertAll(numbered(description.languages.map(({ id: languageCode }) => ({ languageCode }))), (rows) =>
    tx.insert(recordLanguages).values(rows).onConflictDoNothing(),
  );
  await insertAll(
    numbered(description.documentTypes.map(({ id: documentTypeId }) => ({ documentTypeId }))),
    (rows) => tx.insert(recordDocumentTypes).values(rows).onConflictDoNothing(),
  );
  await insertAll(
    numbered(description.classifications.map(({ id: classificationId }) => ({ classificationId }))),
    (rows) => tx.insert(recordClassifications).values(rows).onConflictDoNothing(),
  );
  await insertAll(numbered(description.donors.map(({ id: donorId }) => ({ donorId }))), (rows) =>
    tx.insert(recordDonors).values(rows).onConflictDoNothing(),
  );
  await insertAll(numbered(description.publishers.map(({ id: publisherId }) => ({ publisherId }))), (rows) =>
    tx.insert(recordPublishers).values(rows).onConflictDoNothing(),
  );
  await insertAll(
    numbered(
      description.references.map(({ repository, ...parts }) => ({
        ...parts,
        repositoryId: repository?.id ?? null,
      })),
    ),
    (rows) => tx.insert(archivalReferences).values(rows),
  );
  await insertAll(
    description.relations.map((relation) => ({ ...relation, recordId })),
    (rows) => tx.insert(recordRelations).values(rows).onConflictDoNothing(),
  );
  await writeMembership(tx, recordId, description);
  await writeTexts(tx, recordId, description.texts);
}

/** Inserts rows, or does nothing where there are none: an empty VALUES list is an error. */
async function insertAll<Row>(rows: Row[], insert: (rows: Row[]) => PromiseLike<unknown>) {
  if (rows.length > 0) await insert(rows);
}

/** Membership keeps the position a record already has in a collection. */
async function writeMembership(tx: Transaction, recordId: number, { collections }: RecordDescription) {
  const wanted = collections.map(({ id }) => id);
  const mine = eq(collectionRecords.recordId, recordId);
  await tx
    .delete(collectionRecords)
    .where(wanted.length > 0 ? and(mine, notInArray(collectionRecords.collectionId, wanted)) : mine);
  await insertAll(
    wanted.map((collectionId) => ({ collectionId, recordId })),
    (rows) => tx.insert(collectionRecords).values(rows).onConflictDoNothing(),
  );
}

async function writeTexts(tx: Transaction, recordId: number, described: readonly DescribedText[]) {
  const kept = described.flatMap(({ id }) => (id === null ? [] : [id]));
  const mine = eq(texts.recordId, recordId);
  await tx.delete(texts).where(kept.length > 0 ? and(mine, notInArray(texts.id, kept)) : mine);
  for (const [position, { id, ...text }] of described.entries()) {
    const { html, plain, segments } = textFromHtml(text.html);
    const row = { ...text, recordId, position, html, plain };
    const [stored] =
      id === null
        ? await tx.insert(texts).values(row).returning({ id: texts.id })
        : await tx
            .update(texts)
            .set(row)
            .where(and(eq(texts.id, id), mine))
            .returning({ id: texts.id });
    if (!stored) continue;
    await tx.delete(textSegments).where(inArray(textSegments.textId, [stored.id]));
    await insertAll(
      segments.map((segment, order) => ({ ...segment, textId: stored.id, position: order })),
      (rows) => tx.insert(textSegments).values(rows),
    );
  }
}
