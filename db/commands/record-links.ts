import { and, eq, notInArray, sql } from "drizzle-orm";
import { textFromHtml, type TextSegment } from "@/lib/archive/text-html";
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

/** A stored record and what it is to be. */
export type DescribedRecord = { readonly recordId: number; readonly description: RecordDescription };

/** Makes the links, references and texts of a record what its description says; each list is replaced in the order given. */
export async function writeRecordLinks(tx: Transaction, recordId: number, description: RecordDescription) {
  for (const table of linkTables) await tx.delete(table).where(eq(table.recordId, recordId));
  await leaveCollections(tx, recordId, description);
  await insertLinks(tx, [{ recordId, description }]);
  await writeTexts(tx, recordId, description.texts);
}

/** As `writeRecordLinks` for records that were made in this transaction and have no links yet, in few statements. */
export async function writeNewRecordLinks(tx: Transaction, described: readonly DescribedRecord[]) {
  await insertLinks(tx, described);
  await insertTexts(
    tx,
    described.flatMap(({ recordId, description }) =>
      description.texts.map((text, position) => ({ recordId, position, text })),
    ),
  );
}

async function insertLinks(tx: Transaction, described: readonly DescribedRecord[]) {
  /** The rows of one list of each description, numbered within their record. */
  const rowsOf = <Row extends object>(list: (description: RecordDescription) => readonly Row[]) =>
    described.flatMap(({ recordId, description }) =>
      list(description).map((row, position) => ({ ...row, recordId, position })),
    );

  await insertAll(
    rowsOf(({ titles }) => titles),
    (rows) => tx.insert(recordTitles).values(rows),
  );
  await insertAll(
    rowsOf(({ agents }) =>
      agents.map(({ id: agentId, role, nameAsWritten }) => ({ agentId, role, nameAsWritten })),
    ),
    (rows) => tx.insert(recordAgents).values(rows).onConflictDoNothing(),
  );
  await insertAll(
    rowsOf(({ places }) => places.map(({ id: placeId, role }) => ({ placeId, role }))),
    (rows) => tx.insert(recordPlaces).values(rows).onConflictDoNothing(),
  );
  await insertAll(
    rowsOf(({ subjects }) => subjects.map(({ id: subjectId }) => ({ subjectId }))),
    (rows) => tx.insert(recordSubjects).values(rows).onConflictDoNothing(),
  );
  await insertAll(
    rowsOf(({ languages }) => languages.map(({ id: languageCode }) => ({ languageCode }))),
    (rows) => tx.insert(recordLanguages).values(rows).onConflictDoNothing(),
  );
  await insertAll(
    rowsOf(({ documentTypes }) => documentTypes.map(({ id: documentTypeId }) => ({ documentTypeId }))),
    (rows) => tx.insert(recordDocumentTypes).values(rows).onConflictDoNothing(),
  );
  await insertAll(
    rowsOf(({ classifications }) =>
      classifications.map(({ id: classificationId }) => ({ classificationId })),
    ),
    (rows) => tx.insert(recordClassifications).values(rows).onConflictDoNothing(),
  );
  await insertAll(
    rowsOf(({ donors }) => donors.map(({ id: donorId }) => ({ donorId }))),
    (rows) => tx.insert(recordDonors).values(rows).onConflictDoNothing(),
  );
  await insertAll(
    rowsOf(({ publishers }) => publishers.map(({ id: publisherId }) => ({ publisherId }))),
    (rows) => tx.insert(recordPublishers).values(rows).onConflictDoNothing(),
  );
  await insertAll(
    rowsOf(({ references }) =>
      references.map(({ repository, ...parts }) => ({ ...parts, repositoryId: repository?.id ?? null })),
    ),
    (rows) => tx.insert(archivalReferences).values(rows),
  );
  await insertAll(
    described.flatMap(({ recordId, description }) =>
      description.relations.map((relation) => ({ ...relation, recordId })),
    ),
    (rows) => tx.insert(recordRelations).values(rows).onConflictDoNothing(),
  );
  await insertAll(
    described.flatMap(({ recordId, description }) =>
      description.collections.map(({ id: collectionId }) => ({ collectionId, recordId })),
    ),
    (rows) => tx.insert(collectionRecords).values(rows).onConflictDoNothing(),
  );
}

/** Rows of one statement; PostgreSQL takes at most 65,534 parameters and no row has more than a dozen. */
const rowsPerStatement = 4_000;

/** Inserts rows in as many statements as they need, and none where there are no rows: an empty VALUES list is an error. */
async function insertAll<Row>(rows: readonly Row[], insert: (rows: Row[]) => PromiseLike<unknown>) {
  for (let start = 0; start < rows.length; start += rowsPerStatement)
    await insert(rows.slice(start, start + rowsPerStatement));
}

/** Takes a record out of the collections its description no longer names; it keeps its position in the others. */
async function leaveCollections(tx: Transaction, recordId: number, { collections }: RecordDescription) {
  const wanted = collections.map(({ id }) => id);
  const mine = eq(collectionRecords.recordId, recordId);
  await tx
    .delete(collectionRecords)
    .where(wanted.length > 0 ? and(mine, notInArray(collectionRecords.collectionId, wanted)) : mine);
}

async function writeTexts(tx: Transaction, recordId: number, described: readonly DescribedText[]) {
  const kept = described.flatMap(({ id }) => (id === null ? [] : [id]));
  const mine = eq(texts.recordId, recordId);
  await tx.delete(texts).where(kept.length > 0 ? and(mine, notInArray(texts.id, kept)) : mine);
  const added = [];
  for (const [position, { id, ...text }] of described.entries()) {
    if (id === null) {
      added.push({ recordId, position, text: { id, ...text } });
      continue;
    }
    const { html, plain, segments } = textFromHtml(text.html);
    const [stored] = await tx
      .update(texts)
      .set({ ...text, position, html, plain })
      .where(and(eq(texts.id, id), mine))
      .returning({ id: texts.id });
    if (!stored) continue;
    await tx.delete(textSegments).where(eq(textSegments.textId, stored.id));
    await insertSegments(tx, [{ textId: stored.id, segments }]);
  }
  await insertTexts(tx, added);
}

type NewText = { recordId: number; position: number; text: DescribedText };

async function insertTexts(tx: Transaction, added: readonly NewText[]) {
  const cleaned = added.map(({ recordId, position, text }) => {
    const { html, plain, segments } = textFromHtml(text.html);
    const { kind, languageCode, method, credit, sourceNote } = text;
    const row = { kind, languageCode, method, credit, sourceNote, recordId, position, html, plain };
    return { row, segments };
  });
  const rowKey = (row: { recordId: number; position: number }) => `${row.recordId}:${row.position}`;
  const segmentsOf = new Map(cleaned.map(({ row, segments }) => [rowKey(row), segments]));
  await insertAll(
    cleaned.map(({ row }) => row),
    async (rows) => {
      const stored = await tx
        .insert(texts)
        .values(rows)
        .returning({ textId: texts.id, recordId: texts.recordId, position: texts.position });
      await insertSegments(
        tx,
        stored.map((row) => ({ textId: row.textId, segments: segmentsOf.get(rowKey(row)) ?? [] })),
      );
    },
  );
}

/** Paragraphs are many; as arrays they are four parameters however many there are. */
async function insertSegments(
  tx: Transaction,
  written: readonly { textId: number; segments: readonly TextSegment[] }[],
) {
  const rows = written.flatMap(({ textId, segments }) =>
    segments.map(({ anchor, plain }, position) => ({ textId, anchor, position, plain })),
  );
  if (rows.length === 0) return;
  const column = (values: readonly (string | number)[]) => sql.param(values);
  await tx.execute(sql`
    insert into text_segments (text_id, anchor, position, plain)
    select * from unnest(
      ${column(rows.map(({ textId }) => textId))}::integer[], ${column(rows.map(({ anchor }) => anchor))}::text[],
      ${column(rows.map(({ position }) => position))}::integer[], ${column(rows.map(({ plain }) => plain))}::text[]
    )
  `);
}
