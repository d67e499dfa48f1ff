import { eq, inArray, sql } from "drizzle-orm";
import { assertMay, type Actor } from "@/lib/archive/permissions";
import type { Transaction } from "../client";
import { findRecordDescription, type RecordDescription } from "../queries/record-description";
import { collectionRecords, externalScans, records, revisions } from "../schema";
import { insertColumns } from "./insert-all";
import { writeNewRecordLinks, writeRecordLinks } from "./record-links";
import { columnsOf } from "./records";
import { changesBetween, keepRevision } from "./revisions";
import { freeSlugs } from "./slugs";

/** Any number that nothing else locks: imports take turns, batch by batch, so that none makes an authority twice. */
const importLock = 7_209_120;

/** A record from an import: the id its source gives it, the hash of its line, its description. */
export type ImportedRecord = {
  readonly sourceId: string;
  readonly sourceHash: string;
  readonly description: RecordDescription;
  /** Scans that others show, in order, with the page each shows. */
  readonly scans: readonly { readonly uri: string; readonly label: string | null }[];
  /** Its place among the records of its collections; null where the source numbers nothing. */
  readonly position: number | null;
  /** Where it stood: "frus.jsonl.gz, line 12". */
  readonly origin: string;
};

/** What the archive has of an imported record. */
export type KnownRecord = {
  readonly id: number;
  readonly version: number;
  readonly sourceHash: string | null;
  /** Whether anybody has touched it since it was last imported. */
  readonly isCurated: boolean;
};

/** Lets one import at a time write; held until the transaction ends. */
export async function lockImports(tx: Transaction) {
  await tx.execute(sql`select pg_advisory_xact_lock(${importLock})`);
}

/** The records that have one of the source ids, by source id, locked until the transaction ends. */
export async function findImportedRecords(
  tx: Transaction,
  sourceIds: readonly string[],
): Promise<Map<string, KnownRecord>> {
  const rows = await tx
    .select({
      id: records.id,
      version: records.version,
      sourceId: records.sourceId,
      sourceHash: records.sourceHash,
    })
    .from(records)
    .where(inArray(records.sourceId, [...sourceIds]))
    .for("update");
  if (rows.length === 0) return new Map();
  const untouched = await tx.execute<{ id: number }>(sql`
    select id from (
      select distinct on (entity_id) entity_id as id, action, user_id from ${revisions}
      where entity = 'record' and entity_id = any(${sql.param(rows.map(({ id }) => id))}::integer[])
      order by entity_id, ${revisions.id} desc
    ) latest where action = 'imported' and user_id is null
  `);
  const asImported = new Set([...untouched].map(({ id }) => id));
  return new Map(
    rows.map(({ sourceId, ...row }) => [sourceId ?? "", { ...row, isCurated: !asImported.has(row.id) }]),
  );
}

/**
 * Stores and publishes records that the archive does not have, each with its revision, in a fixed number of statements. The
 * revision leaves the words of the texts out: they are the texts, until an edit's own revision keeps what it replaced.
 * A rehearsal, which the caller takes back, gives them numbers below zero, so that it uses up none of those that citations name.
 * Returns their ids in the order given. The caller reindexes them and expires the tags.
 */
export async function createImportedRecords(
  tx: Transaction,
  imported: readonly ImportedRecord[],
  by: Actor,
  { isRehearsal = false } = {},
): Promise<number[]> {
  assertMay(by, "record.publish");
  if (imported.length === 0) return [];
  const slugs = await freeSlugs(
    tx,
    "record",
    imported.map(({ description }) => description.title),
  );
  const firstPublishedAt = new Date();
  await insertColumns(
    tx,
    records,
    imported.map(({ description, sourceId, sourceHash }, index) => ({
      ...columnsOf(description),
      ...(isRehearsal ? { id: -1 - index } : {}),
      slug: slugs[index] ?? "",
      sourceId,
      sourceHash,
      status: "published" as const,
      firstPublishedAt,
    })),
  );
  const stored = await tx
    .select({ id: records.id, sourceId: records.sourceId })
    .from(records)
    .where(
      inArray(
        records.sourceId,
        imported.map(({ sourceId }) => sourceId),
      ),
    );
  const idOf = new Map(stored.map(({ id, sourceId }) => [sourceId, id]));
  const described = imported.flatMap((record) => {
    const recordId = idOf.get(record.sourceId);
    return recordId === undefined ? [] : [{ ...record, recordId }];
  });
  await writeNewRecordLinks(tx, described);
  await writeScans(tx, described);
  await writePositions(tx, described);
  await tx.insert(revisions).values(
    described.map(({ recordId, description, origin }) => ({
      entity: "record",
      entityId: recordId,
      action: "imported" as const,
      changes: changesBetween(null, { ...description, texts: [] }),
      note: origin,
    })),
  );
  return described.map(({ recordId }) => recordId);
}

/**
 * Brings a record that nobody has touched up to what its source says now, with a revision. What the import knows nothing of
 * stays: its address, its relations, other collections it was put in, the identity of its texts.
 */
export async function updateImportedRecord(
  tx: Transaction,
  { id, version }: KnownRecord,
  imported: ImportedRecord,
  by: Actor,
) {
  assertMay(by, "record.describe-published");
  const { description, sourceHash, origin } = imported;
  const before = await findRecordDescription(tx, id);
  if (!before) return;
  const isNew = (collection: { id: number }) =>
    !description.collections.some((other) => other.id === collection.id);
  const after: RecordDescription = {
    ...description,
    slug: before.slug,
    collections: [...before.collections.filter(isNew), ...description.collections],
    relations: before.relations,
    texts: description.texts.map((text, index) => ({ ...text, id: before.texts[index]?.id ?? null })),
  };
  await tx
    .update(records)
    .set({ ...columnsOf(after), sourceHash, version: version + 1 })
    .where(eq(records.id, id));
  await writeRecordLinks(tx, id, after);
  await tx.delete(externalScans).where(eq(externalScans.recordId, id));
  await writeScans(tx, [{ ...imported, recordId: id }]);
  await writePositions(tx, [{ ...imported, recordId: id }]);
  const stored = await findRecordDescription(tx, id);
  const changes = stored ? changesBetween(before, stored) : [];
  const revision = {
    entity: "record",
    entityId: id,
    version: version + 1,
    action: "imported",
    changes,
  } as const;
  await keepRevision(tx, { ...revision, note: origin }, by);
}

type Stored = ImportedRecord & { readonly recordId: number };

async function writeScans(tx: Transaction, stored: readonly Stored[]) {
  await insertColumns(
    tx,
    externalScans,
    stored.flatMap(({ recordId, scans }) =>
      scans.map(({ uri, label }, position) => ({ recordId, uri, label, position })),
    ),
    { skipsKnown: true },
  );
}

/** Puts the records in their place in the collections they were just put in. */
async function writePositions(tx: Transaction, stored: readonly Stored[]) {
  const rows = stored.flatMap(({ recordId, position, description }) =>
    position === null
      ? []
      : description.collections.map(({ id }) => ({ recordId, collectionId: id, position })),
  );
  if (rows.length === 0) return;
  const column = (values: readonly number[]) => sql`${sql.param(values)}::integer[]`;
  await tx.execute(sql`
    update ${collectionRecords} set position = wanted.position
    from unnest(${column(rows.map(({ collectionId }) => collectionId))}, ${column(rows.map(({ recordId }) => recordId))},
      ${column(rows.map(({ position }) => position))}) as wanted (collection_id, record_id, position)
    where ${collectionRecords.collectionId} = wanted.collection_id and ${collectionRecords.recordId} = wanted.record_id
  `);
}
