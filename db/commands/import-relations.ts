import { inArray, sql } from "drizzle-orm";
import type { RelationKind } from "@/lib/archive/vocabulary";
import type { Database, Transaction } from "../client";
import { awaitedRelations, recordRelations, records } from "../schema";

/** A relation from a record of ours to another by the id that the source gives that one. */
export type SourceRelation = { readonly from: string; readonly to: string; readonly kind: RelationKind };

/** Rows of one statement. */
const rowsPerStatement = 10_000;

/**
 * Stores the relations of records that the archive has. Those whose other record has not come yet are kept until it does; those
 * it knows already stay as they are. Returns how many were stored and the source ids that are still awaited.
 */
export async function relateImportedRecords(tx: Transaction, relations: readonly SourceRelation[]) {
  const sourceIds = [...new Set(relations.flatMap(({ from, to }) => [from, to]))];
  if (sourceIds.length === 0) return { stored: 0, awaited: [] };
  const rows = await tx
    .select({ id: records.id, sourceId: records.sourceId })
    .from(records)
    .where(sql`${records.sourceId} = any(${sql.param(sourceIds)}::text[])`);
  const idOf = new Map(rows.map(({ id, sourceId }) => [sourceId, id]));
  const known: { recordId: number; relatedId: number; kind: RelationKind }[] = [];
  const awaited: { recordId: number; sourceId: string; kind: RelationKind }[] = [];
  for (const { from, to, kind } of relations) {
    const recordId = idOf.get(from);
    const relatedId = idOf.get(to);
    if (recordId === undefined || recordId === relatedId) continue;
    if (relatedId === undefined) awaited.push({ recordId, sourceId: to, kind });
    else known.push({ recordId, relatedId, kind });
  }
  let stored = 0;
  for (let start = 0; start < known.length; start += rowsPerStatement) {
    const some = await tx
      .insert(recordRelations)
      .values(known.slice(start, start + rowsPerStatement))
      .onConflictDoNothing()
      .returning({ id: recordRelations.id });
    stored += some.length;
  }
  for (let start = 0; start < awaited.length; start += rowsPerStatement)
    await tx
      .insert(awaitedRelations)
      .values(awaited.slice(start, start + rowsPerStatement))
      .onConflictDoNothing();
  return { stored, awaited: awaited.map(({ sourceId }) => sourceId) };
}

/** Stores the relations that awaited records of these source ids. Returns the records that now have one more. */
export async function relateAwaited(tx: Transaction, sourceIds: readonly string[]): Promise<number[]> {
  if (sourceIds.length === 0) return [];
  const arrived = inArray(awaitedRelations.sourceId, [...sourceIds]);
  const rows = await tx
    .select({
      recordId: awaitedRelations.recordId,
      relatedId: records.id,
      kind: awaitedRelations.kind,
    })
    .from(awaitedRelations)
    .innerJoin(records, sql`${records.sourceId} = ${awaitedRelations.sourceId}`)
    .where(arrived);
  if (rows.length === 0) return [];
  await tx.insert(recordRelations).values(rows).onConflictDoNothing();
  await tx.delete(awaitedRelations).where(arrived);
  return rows.map(({ recordId }) => recordId);
}

/** Which of these source ids are still awaited. */
export async function findAwaited(from: Database, sourceIds: readonly string[]): Promise<Set<string>> {
  const rows = await from.execute<{ id: string }>(sql`
    select distinct source_id as id from ${awaitedRelations}
    where source_id = any(${sql.param([...new Set(sourceIds)])}::text[])
  `);
  return new Set([...rows].map(({ id }) => id));
}
