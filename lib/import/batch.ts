import { authoritiesTag, namesTag, recordsTag, tagOf } from "@/lib/archive/cache-tags";
import { db, type Transaction } from "@/db/client";
import { expireTags } from "@/db/commands/expire-tags";
import { resolveAuthorities } from "@/db/commands/import-authorities";
import {
  createImportedRecords,
  findImportedRecords,
  lockImports,
  updateImportedRecord,
  type ImportedRecord,
  type KnownRecord,
} from "@/db/commands/import-records";
import { relateAwaited, relateImportedRecords, type SourceRelation } from "@/db/commands/import-relations";
import type { AuthorityCache } from "@/db/commands/import-wishes";
import { reindexRecords } from "@/db/commands/search-outbox";
import { describe, wishesOf } from "./describe";
import { hashOf, type RecordLine } from "./record-line";
import { positionOf, scansOf } from "./remarks";

/** A record to import and the number of its line. */
export type NumberedRecord = { readonly number: number; readonly record: RecordLine };

/** Something to tell about a line. */
export type LineNotice = { readonly number: number; readonly reason: string };

export type BatchResult = {
  created: number;
  changed: number;
  unchanged: number;
  /** Lines whose record somebody here has edited since its last import; the edit stays. */
  kept: LineNotice[];
  warnings: LineNotice[];
  relations: number;
  /** Source ids of records that relations wait for. */
  awaited: string[];
  /** Key and kind of each authority entry made. */
  authorities: Map<string, string>;
};

export type BatchContext = {
  readonly fileName: string;
  readonly collection: string | null;
  readonly isDryRun: boolean;
  readonly cache: AuthorityCache;
};

/** Ends a dry run's transaction when all is done but nothing is to stay. */
class DryRunOver extends Error {}

/** Entries kept from batch to batch; beyond this they are looked up again. */
const cacheLimit = 50_000;

/**
 * Imports records in one transaction, or on a dry run does just the same and takes it back. Throws what the database says when
 * it refuses one of them; then nothing of the batch is stored.
 */
export async function importBatch(
  batch: readonly NumberedRecord[],
  context: BatchContext,
): Promise<BatchResult> {
  const result: BatchResult = {
    created: 0,
    changed: 0,
    unchanged: 0,
    kept: [],
    warnings: [],
    relations: 0,
    awaited: [],
    authorities: new Map(),
  };
  let fresh: AuthorityCache = new Map();
  try {
    await db().transaction(async (tx) => {
      fresh = await writeBatch(tx, batch, context, result);
      if (context.isDryRun) throw new DryRunOver();
    });
  } catch (error) {
    if (!(error instanceof DryRunOver)) throw error;
    return result;
  }
  if (context.cache.size + fresh.size > cacheLimit) context.cache.clear();
  for (const [key, entry] of fresh) context.cache.set(key, entry);
  return result;
}

type Task = { readonly number: number; readonly hash: string; readonly record: RecordLine };
type Change = Task & { readonly known: KnownRecord };

async function writeBatch(
  tx: Transaction,
  batch: readonly NumberedRecord[],
  context: BatchContext,
  result: BatchResult,
): Promise<AuthorityCache> {
  await lockImports(tx);
  const { created, changed } = await sortOut(tx, batch, context, result);
  const {
    authorities,
    fresh,
    created: made,
  } = await resolveAuthorities(
    tx,
    [...created, ...changed].flatMap(({ record }) => wishesOf(record, context.collection)),
    context.cache,
  );
  result.authorities = made;
  const imported = ({ number, record, hash }: Task): ImportedRecord => {
    const { description, warnings } = describe(record, authorities, context.collection);
    result.warnings.push(...warnings.map((reason) => ({ number, reason })));
    const origin = `${context.fileName}, line ${number}`;
    const [scans, position] = [scansOf(record), positionOf(record)];
    return { sourceId: record.id, sourceHash: hash, description, scans, position, origin };
  };
  const additions = created.map(imported);
  const ids = await createImportedRecords(tx, additions, "archive", { isRehearsal: context.isDryRun });
  const touched = new Set(
    additions.flatMap(({ description }) => description.collections.map(({ id }) => id)),
  );
  for (const task of changed) {
    const update = imported(task);
    await updateImportedRecord(tx, task.known, update, "archive");
    for (const { id } of update.description.collections) touched.add(id);
  }
  result.created = created.length;
  result.changed = changed.length;
  const isRelated = await relateBatch(tx, batch, created, result);
  await reindexRecords(tx, [...ids, ...changed.map((task) => task.known.id)]);
  if (ids.length > 0 || changed.length > 0 || isRelated)
    await expireTags(tx, [
      recordsTag,
      authoritiesTag,
      namesTag,
      ...[...touched].map((id) => tagOf("collection", id)),
    ]);
  return fresh;
}

/** What is new, what has changed, what is as it was, and what somebody here has edited. */
async function sortOut(
  tx: Transaction,
  batch: readonly NumberedRecord[],
  { collection }: BatchContext,
  result: BatchResult,
): Promise<{ created: Task[]; changed: Change[] }> {
  const known = await findImportedRecords(
    tx,
    batch.map(({ record }) => record.id),
  );
  const created: Task[] = [];
  const changed: Change[] = [];
  for (const { number, record } of batch) {
    const hash = hashOf(record, collection);
    const before = known.get(record.id);
    if (!before) created.push({ number, record, hash });
    else if (before.sourceHash === hash) result.unchanged += 1;
    else if (before.isCurated)
      result.kept.push({
        number,
        reason: `${record.id} was edited here since its import; it stays as it is`,
      });
    else changed.push({ number, record, hash, known: before });
  }
  return { created, changed };
}

/** Relates the records to others that are here, and those that waited for one of them. Whether there is any new relation. */
async function relateBatch(
  tx: Transaction,
  batch: readonly NumberedRecord[],
  created: readonly Task[],
  result: BatchResult,
): Promise<boolean> {
  const { stored, awaited } = await relateImportedRecords(tx, batch.flatMap(relationsOf));
  const waited = await relateAwaited(
    tx,
    created.map(({ record }) => record.id),
  );
  result.relations = stored + waited.length;
  result.awaited = awaited;
  await expireTags(
    tx,
    [...new Set(waited)].map((id) => tagOf("record", id)),
  );
  return result.relations > 0;
}

/** A footnote of another document ("d219f3") is cited: the document that has it is meant. */
const footnote = /(?<=\/d\d+)f(?:n?\d+)?$/;

/** The documents that a line refers to, each once and never itself. */
const relationsOf = ({ record }: NumberedRecord): SourceRelation[] =>
  [...new Set(record.related.map((to) => to.replace(footnote, "")))]
    .filter((to) => to !== record.id)
    .map((to) => ({ from: record.id, to, kind: "cites" }));
