import { and, asc, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { Holding } from "@/lib/archive/holding";
import type { Period, PeriodPart } from "@/lib/archive/period";
import type { RecordSort } from "@/lib/archive/record-sorts";
import type { PairMode } from "@/lib/archive/agent-lists";
import type { AgentRole } from "@/lib/archive/vocabulary";
import type { VocabularyKind } from "@/lib/archive/vocabulary-kinds";
import { db } from "../client";
import {
  archivalReferences,
  collectionRecords,
  recordAgents,
  recordPlaces,
  records,
  recordSubjects,
} from "../schema";
import { isBetween } from "./agent-relations";
import { beginsInYear, inPeriod, isAnniversary, isOfNoOneYear, isUndated } from "./date-conditions";
import { isHeldAt } from "./holding-condition";
import { carriesEntry } from "./vocabularies";

/**
 * What the records of a list have in common. Several ids stand for an entry and everything below it; those of a collection in the
 * order of its tree.
 */
export type RecordFilter =
  | { readonly by: "collection"; readonly ids: readonly number[] }
  | { readonly by: "agent"; readonly id: number; readonly role: AgentRole | null }
  | { readonly by: "pair"; readonly id: number; readonly otherId: number; readonly mode: PairMode }
  | { readonly by: "place"; readonly ids: readonly number[] }
  | { readonly by: "subject"; readonly ids: readonly number[] }
  | { readonly by: "repository"; readonly id: number; readonly at: Holding }
  /** Carrying an entry of a controlled list, by the id that `findVocabularyEntry` answers. */
  | { readonly by: "vocabulary"; readonly kind: VocabularyKind; readonly entryId: string }
  | { readonly by: "period"; readonly period: Period; readonly part: PeriodPart }
  /** Dated on this day of any year, month × 100 + day. */
  | { readonly by: "anniversary"; readonly anniversary: number }
  /** Dated, but not certainly to one year. */
  | { readonly by: "uncertain" }
  | { readonly by: "undated" };

/** A record as lists show it. */
export type ListedRow = {
  readonly slug: string;
  readonly title: string;
  readonly summary: string | null;
  readonly dateExpression: string | null;
  readonly dateEdtf: string | null;
};

export const listedColumns = {
  slug: records.slug,
  title: records.title,
  summary: records.summary,
  dateExpression: records.dateExpression,
  dateEdtf: records.dateEdtf,
};

/** Readers see published records and nothing else. */
export const isPublished = eq(records.status, "published");

/** The usual order of records: by the day a date begins, undated records last. */
export const inDateOrder = [asc(records.dateEarliest), asc(records.id)] as const;

/** The orders of lists; each ends with the id, so that no record can stand on two pages or on none. */
const orders: Record<Exclude<RecordSort, "order">, readonly SQL[]> = {
  date: inDateOrder,
  "-date": [sql`${records.dateEarliest} desc nulls last`, desc(records.id)],
  title: [sql`lower(${records.title})`, asc(records.id)],
  added: [desc(records.firstPublishedAt), desc(records.id)],
};

/** Which part of a list is asked for. `page` counts from 1; `year` narrows it to the records dated in an astronomical year. */
export type ListPart = {
  readonly page: number;
  readonly pageSize: number;
  readonly sort: RecordSort;
  readonly year: number | null;
};

/**
 * A page of the published records that match, with the number of all that match. A page beyond the last one is empty. The order
 * of curators is that of a collection; other lists in it are read in date order.
 */
export async function listRecords(
  filter: RecordFilter,
  { page, pageSize, sort, year }: ListPart,
): Promise<{ rows: ListedRow[]; total: number }> {
  const matching = and(isPublished, conditionOf(filter), year === null ? undefined : beginsInYear(year));
  const [ids, total] = await Promise.all([
    idsInOrder(filter, sort, matching)
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db().$count(records, matching),
  ]);
  return { rows: await listRows(ids.map(({ id }) => id)), total };
}

/** Only the ids are put in order: long lists then sort a few bytes a record, and deep pages cost little more than the first. */
function idsInOrder(filter: RecordFilter, sort: RecordSort, matching: SQL | undefined) {
  const from = db().select({ id: records.id }).from(records).$dynamic();
  if (sort !== "order") return from.where(matching).orderBy(...orders[sort]);
  if (filter.by !== "collection") return from.where(matching).orderBy(...inDateOrder);
  const members = db()
    .select({
      recordId: collectionRecords.recordId,
      // The collection's place in the tree before the record's place in the collection, as one number.
      place:
        sql<number>`min(array_position(${`{${filter.ids.join(",")}}`}::integer[], ${collectionRecords.collectionId})::bigint
        * 4294967296 + ${collectionRecords.position})`.as("place"),
    })
    .from(collectionRecords)
    .where(inArray(collectionRecords.collectionId, [...filter.ids]))
    .groupBy(collectionRecords.recordId)
    .as("members");
  return from
    .innerJoin(members, eq(members.recordId, records.id))
    .where(matching)
    .orderBy(asc(members.place), ...inDateOrder);
}

/** The records of these ids, in the order of the ids. */
async function listRows(ids: readonly number[]): Promise<ListedRow[]> {
  if (ids.length === 0) return [];
  const rows = await db()
    .select({ id: records.id, ...listedColumns })
    .from(records)
    .where(inArray(records.id, [...ids]));
  const byId = new Map(rows.map(({ id, ...row }) => [id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function conditionOf(filter: RecordFilter): SQL | undefined {
  switch (filter.by) {
    case "collection":
      return inArray(
        records.id,
        db()
          .select({ id: collectionRecords.recordId })
          .from(collectionRecords)
          .where(inArray(collectionRecords.collectionId, [...filter.ids])),
      );
    case "agent":
      // "offset 0" makes the database start from the agent's records, not look through all of them in the order of the list.
      return sql`${records.id} in (select ra.record_id from ${recordAgents} ra where ra.agent_id = ${filter.id}
        and ${filter.role === null ? sql`true` : sql`ra.role = ${filter.role}`} offset 0)`;
    case "pair":
      return isBetween(filter.id, filter.otherId, filter.mode);
    case "place":
      return inArray(
        records.id,
        db()
          .select({ id: recordPlaces.recordId })
          .from(recordPlaces)
          .where(inArray(recordPlaces.placeId, [...filter.ids])),
      );
    case "subject":
      return inArray(
        records.id,
        db()
          .select({ id: recordSubjects.recordId })
          .from(recordSubjects)
          .where(inArray(recordSubjects.subjectId, [...filter.ids])),
      );
    case "repository":
      return inArray(
        records.id,
        db()
          .select({ id: archivalReferences.recordId })
          .from(archivalReferences)
          .where(isHeldAt(filter.id, filter.at)),
      );
    case "vocabulary":
      return carriesEntry(filter.kind, filter.entryId);
    case "period":
      return inPeriod(filter.period, filter.part);
    case "anniversary":
      return isAnniversary(filter.anniversary);
    case "uncertain":
      return isOfNoOneYear;
    case "undated":
      return isUndated;
  }
}
