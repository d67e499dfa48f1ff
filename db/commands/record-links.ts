import { and, eq, notInArray, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "../client";
import type { RecordDescription } from "../queries/record-description";
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
} from "../schema";
import { insertColumns } from "./insert-all";
import { writeNewTexts, writeTexts } from "./record-texts";

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
  const removals = linkTables.map(
    (table, index) =>
      sql`${sql.identifier(`gone_${index}`)} as (delete from ${table} where ${table.recordId} = ${recordId})`,
  );
  // One statement instead of eleven: an import that brings thousands of records up to date waits for each.
  await tx.execute(sql`with ${sql.join(removals, sql`, `)} select`);
  await leaveCollections(tx, recordId, description);
  await insertLinks(tx, [{ recordId, description }]);
  await writeTexts(tx, recordId, description.texts);
}

/** As `writeRecordLinks` for records that were made in this transaction and have no links yet, in few statements. */
export async function writeNewRecordLinks(tx: Transaction, described: readonly DescribedRecord[]) {
  await insertLinks(tx, described);
  await writeNewTexts(
    tx,
    described.map(({ recordId, description }) => ({ recordId, texts: description.texts })),
  );
}

async function insertLinks(tx: Transaction, described: readonly DescribedRecord[]) {
  /** The rows of one list of each description, numbered within their record. */
  const rowsOf = <Row extends object>(list: (description: RecordDescription) => readonly Row[]) =>
    described.flatMap(({ recordId, description }) =>
      list(description).map((row, position) => ({ ...row, recordId, position })),
    );

  const link = <Table extends PgTable>(table: Table, rows: readonly Table["$inferInsert"][]) =>
    insertColumns(tx, table, rows, { skipsKnown: true });

  await insertColumns(
    tx,
    recordTitles,
    rowsOf(({ titles }) => titles),
  );
  await link(
    recordAgents,
    rowsOf(({ agents }) =>
      agents.map(({ id: agentId, role, nameAsWritten }) => ({ agentId, role, nameAsWritten })),
    ),
  );
  await link(
    recordPlaces,
    rowsOf(({ places }) => places.map(({ id: placeId, role }) => ({ placeId, role }))),
  );
  await link(
    recordSubjects,
    rowsOf(({ subjects }) => subjects.map(({ id: subjectId }) => ({ subjectId }))),
  );
  await link(
    recordLanguages,
    rowsOf(({ languages }) => languages.map(({ id: languageCode }) => ({ languageCode }))),
  );
  await link(
    recordDocumentTypes,
    rowsOf(({ documentTypes }) => documentTypes.map(({ id: documentTypeId }) => ({ documentTypeId }))),
  );
  await link(
    recordClassifications,
    rowsOf(({ classifications }) =>
      classifications.map(({ id: classificationId }) => ({ classificationId })),
    ),
  );
  await link(
    recordDonors,
    rowsOf(({ donors }) => donors.map(({ id: donorId }) => ({ donorId }))),
  );
  await link(
    recordPublishers,
    rowsOf(({ publishers }) => publishers.map(({ id: publisherId }) => ({ publisherId }))),
  );
  await insertColumns(
    tx,
    archivalReferences,
    rowsOf(({ references }) =>
      references.map(({ repository, ...parts }) => ({ ...parts, repositoryId: repository?.id ?? null })),
    ),
  );
  await link(
    recordRelations,
    described.flatMap(({ recordId, description }) =>
      description.relations.map((relation) => ({ ...relation, recordId })),
    ),
  );
  await link(
    collectionRecords,
    described.flatMap(({ recordId, description }) =>
      description.collections.map(({ id: collectionId }) => ({ collectionId, recordId })),
    ),
  );
}

/** Takes a record out of the collections its description no longer names; it keeps its position in the others. */
async function leaveCollections(tx: Transaction, recordId: number, { collections }: RecordDescription) {
  const wanted = collections.map(({ id }) => id);
  const mine = eq(collectionRecords.recordId, recordId);
  await tx
    .delete(collectionRecords)
    .where(wanted.length > 0 ? and(mine, notInArray(collectionRecords.collectionId, wanted)) : mine);
}
