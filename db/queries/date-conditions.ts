import { and, between, eq, gte, isNotNull, isNull, lte, not, or, sql, type SQL } from "drizzle-orm";
import { openFuture, openPast } from "@/lib/archive/day-number";
import { reachOf, type Period, type PeriodPart } from "@/lib/archive/period";
import { records } from "../schema";

/** The day a date begins, or ends where nothing is known of its beginning; null where neither is known. */
export const knownDay = sql<number | null>`case
  when ${records.dateEarliest} > ${openPast} then ${records.dateEarliest}
  when ${records.dateLatest} < ${openFuture} then ${records.dateLatest} end`;

/** Whether nothing at all is known of a date: none is given, or one that is open on both sides. */
export const isUndated = or(isNull(records.dateEarliest), sql`${knownDay} is null`);

/** Whether a date says of itself that it is uncertain or approximate (EDTF "?", "~", "%"). */
const isQualified = sql`${records.dateEdtf} ~ '[?~%]'`;

/** Whether the bounds of a date differ in more than the last `digits` digits of the day number. */
const isWiderThan = (digits: 2 | 4) => {
  const unit = sql.raw(digits === 4 ? "10000.0" : "100.0");
  return sql`floor(${records.dateEarliest} / ${unit}) <> floor(${records.dateLatest} / ${unit})`;
};

/** Whether a date lies within one year and makes no reservation. */
export const isOfOneYear = and(not(isWiderThan(4)), not(isQualified));

/** Dated, but not certainly within one year. */
export const isOfNoOneYear = and(
  isNotNull(records.dateEarliest),
  sql`${knownDay} is not null`,
  or(isWiderThan(4), isQualified),
);

/** How records stand to a period (`lib/archive/period`). */
export function inPeriod(period: Period, part: PeriodPart): SQL | undefined {
  const { first, last, month, day } = period;
  const isWithin = and(
    between(records.dateEarliest, first, last),
    lte(records.dateLatest, last),
    not(isQualified),
  );
  if (part === "within") return isWithin;
  if (part === "wide") {
    if (day !== null) return sql`false`;
    return and(
      isWithin,
      month === null ? isWiderThan(2) : sql`${records.dateEarliest} <> ${records.dateLatest}`,
    );
  }
  const reach = reachOf(period);
  return and(
    between(records.dateEarliest, reach.first, last),
    gte(records.dateLatest, first),
    lte(records.dateLatest, reach.last),
    or(lte(records.dateEarliest, first - 1), gte(records.dateLatest, last + 1), isQualified),
  );
}

/** Dated in an astronomical year: the date begins in it, or ends in it where nothing is known of its beginning. */
export function beginsInYear(year: number): SQL | undefined {
  const first = year * 10_000;
  const last = first + 9999;
  return or(
    between(records.dateEarliest, first, last),
    and(eq(records.dateEarliest, openPast), between(records.dateLatest, first, last)),
  );
}

/** Dated on one day, and that day (month × 100 + day) in whatever year. */
export const isAnniversary = (anniversary: number): SQL | undefined =>
  and(
    eq(records.dateEarliest, records.dateLatest),
    // The remainder is taken from above zero, for years before the common era.
    sql`((${records.dateEarliest} % 10000) + 10000) % 10000 = ${anniversary}`,
    not(isQualified),
  );
