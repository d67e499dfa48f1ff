import { and, asc, desc, eq, gt, lt, sql } from "drizzle-orm";
import type { DayNumber } from "@/lib/archive/day-number";
import type { Period } from "@/lib/archive/period";
import { db } from "../client";
import { records } from "../schema";
import { inPeriod, isAnniversary, isOfOneYear, isUndated } from "./date-conditions";
import { isPublished } from "./listed-records";

const howMany = sql<number>`count(*)::integer`;

/**
 * Published records by the year they are certainly dated in, in order; and how many are dated, but not certainly to one year, and how
 * many are undated. Each record counts once.
 */
export async function countYears() {
  const kind = sql<"year" | "uncertain" | "undated">`case
    when ${isUndated} then 'undated' when ${isOfOneYear} then 'year' else 'uncertain' end`;
  const year = sql<number>`case when ${isOfOneYear} then floor(${records.dateEarliest} / 10000.0)::integer end`;
  const rows = await db()
    .select({ kind, year, records: howMany })
    .from(records)
    .where(isPublished)
    .groupBy(sql`1`, sql`2`)
    .orderBy(sql`2`);
  const numberOf = (wanted: string) => rows.find((row) => row.kind === wanted)?.records ?? 0;
  return {
    years: rows.flatMap((row) => (row.kind === "year" ? [{ year: row.year, records: row.records }] : [])),
    uncertain: numberOf("uncertain"),
    undated: numberOf("undated"),
  };
}

/**
 * The published records certainly within a year or a month by its months (1 to 12) or days (1 to 31); null gathers those whose
 * date says no more than the period itself.
 */
export async function countUnits(period: Period): Promise<{ unit: number | null; records: number }[]> {
  const unit =
    period.month === null
      ? sql<
          number | null
        >`case when floor(${records.dateEarliest} / 100.0) = floor(${records.dateLatest} / 100.0)
          then (${records.dateEarliest} - ${period.first}::integer) / 100 end`
      : sql<number | null>`case when ${records.dateEarliest} = ${records.dateLatest}
          then ${records.dateEarliest} - ${period.first}::integer end`;
  return db()
    .select({ unit, records: howMany })
    .from(records)
    .where(and(isPublished, inPeriod(period, "within")))
    .groupBy(sql`1`)
    .orderBy(sql`1 asc nulls last`);
}

/** The days nearest before and after a period on which, or on whose month or year, a published record is dated; null where there is none. */
export async function findNearestDays({
  first,
  last,
  month,
  day,
}: Period): Promise<{ before: DayNumber | null; after: DayNumber | null }> {
  const isAsClose =
    day !== null
      ? eq(records.dateEarliest, records.dateLatest)
      : sql`floor(${records.dateEarliest} / ${sql.raw(month === null ? "10000.0" : "100.0")})
          = floor(${records.dateLatest} / ${sql.raw(month === null ? "10000.0" : "100.0")})`;
  const nearest = (isBeyond: ReturnType<typeof lt>, order: ReturnType<typeof asc>) =>
    db()
      .select({ day: records.dateEarliest })
      .from(records)
      .where(and(isPublished, isBeyond, isAsClose, isOfOneYear))
      .orderBy(order)
      .limit(1);
  const [[before], [after]] = await Promise.all([
    nearest(lt(records.dateEarliest, first), desc(records.dateEarliest)),
    nearest(gt(records.dateEarliest, last), asc(records.dateEarliest)),
  ]);
  return { before: before?.day ?? null, after: after?.day ?? null };
}

/** How many published records are dated on this day (month × 100 + day), by astronomical year. */
export async function countAnniversaries(anniversary: number): Promise<{ year: number; records: number }[]> {
  return db()
    .select({ year: sql<number>`floor(${records.dateEarliest} / 10000.0)::integer`, records: howMany })
    .from(records)
    .where(and(isPublished, isAnniversary(anniversary)))
    .groupBy(sql`1`)
    .orderBy(sql`1`);
}
