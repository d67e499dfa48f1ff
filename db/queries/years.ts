import { and, sql } from "drizzle-orm";
import { db } from "../client";
import { records } from "../schema";
import { isPublished, isWithinMonth, knownDay } from "./listed-records";

/** Published records by the year in which their date begins; null gathers those without a date. */
export async function countYears(): Promise<{ year: number | null; records: number }[]> {
  const year = sql<number | null>`floor(${knownDay} / 10000.0)::integer`;
  return db()
    .select({ year, records: sql<number>`count(*)::integer` })
    .from(records)
    .where(isPublished)
    .groupBy(sql`1`)
    .orderBy(sql`1 asc nulls last`);
}

/** Published records of a year by month (1 to 12); null gathers those whose date is wider than a month. */
export async function countMonths(year: number): Promise<{ month: number | null; records: number }[]> {
  const month = sql<
    number | null
  >`case when ${isWithinMonth} then (${knownDay} - ${year * 10_000}) / 100 end`;
  return db()
    .select({ month, records: sql<number>`count(*)::integer` })
    .from(records)
    .where(and(isPublished, sql`${knownDay} between ${year * 10_000} and ${year * 10_000 + 9999}`))
    .groupBy(sql`1`)
    .orderBy(sql`1 asc nulls last`);
}
