import { and, asc, eq, inArray, isNull, or, between, sql, type SQL } from "drizzle-orm";
import { openPast } from "@/lib/archive/day-number";
import type { AgentRole } from "@/lib/archive/vocabulary";
import { db } from "../client";
import {
  archivalReferences,
  collectionRecords,
  recordAgents,
  recordPlaces,
  records,
  recordSubjects,
} from "../schema";

/** What the records of a list have in common. Several ids stand for an entry and everything below it. */
export type RecordFilter =
  | { readonly by: "collection"; readonly ids: readonly number[] }
  | { readonly by: "agent"; readonly id: number; readonly role: AgentRole | null }
  | { readonly by: "place"; readonly ids: readonly number[] }
  | { readonly by: "subject"; readonly ids: readonly number[] }
  | { readonly by: "repository"; readonly id: number }
  | { readonly by: "year"; readonly year: number; readonly month: number | null }
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

/** The order of every list: by the day a date begins, undated records last. */
export const inDateOrder = [asc(records.dateEarliest), asc(records.id)] as const;

/**
 * A page of the published records that match, in date order, with the number of all that match. `page` counts from 1; a page
 * beyond the last one is empty.
 */
export async function listRecords(
  filter: RecordFilter,
  page: number,
  pageSize: number,
): Promise<{ rows: ListedRow[]; total: number }> {
  const matching = and(isPublished, conditionOf(filter));
  const [rows, total] = await Promise.all([
    db()
      .select(listedColumns)
      .from(records)
      .where(matching)
      .orderBy(...inDateOrder)
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    db().$count(records, matching),
  ]);
  return { rows, total };
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
      return inArray(
        records.id,
        db()
          .select({ id: recordAgents.recordId })
          .from(recordAgents)
          .where(
            and(
              eq(recordAgents.agentId, filter.id),
              filter.role === null ? undefined : eq(recordAgents.role, filter.role),
            ),
          ),
      );
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
          .where(eq(archivalReferences.repositoryId, filter.id)),
      );
    case "year":
      return inYear(filter.year, filter.month);
    case "undated":
      return or(isNull(records.dateEarliest), sql`${knownDay} is null`);
  }
}

/** The day a date begins, or ends where nothing is known of its beginning; null where neither is known. */
export const knownDay = sql<number | null>`case
  when ${records.dateEarliest} > ${openPast} then ${records.dateEarliest}
  when ${records.dateLatest} < ${-openPast} then ${records.dateLatest} end`;

/** Whether a date lies within one month of its year; the others belong to the year as a whole. */
export const isWithinMonth = sql<boolean>`floor(${records.dateEarliest} / 100.0) = floor(${records.dateLatest} / 100.0)`;

function inYear(year: number, month: number | null): SQL | undefined {
  const first = year * 10_000 + (month ?? 0) * 100;
  const last = first + (month === null ? 9999 : 99);
  const begins = between(records.dateEarliest, first, last);
  if (month !== null) return and(begins, isWithinMonth);
  return or(begins, and(eq(records.dateEarliest, openPast), between(records.dateLatest, first, last)));
}
