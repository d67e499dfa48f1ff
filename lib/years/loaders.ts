import "server-only";
import { notFound, permanentRedirect, redirect } from "next/navigation";
import { cache } from "react";
import { countAnniversaries, countUnits, countYears, findNearestDays } from "@/db/queries/years";
import { recordsTag } from "@/lib/archive/cache-tags";
import { dayNumberOf } from "@/lib/archive/day-number";
import { anniversaryHref, periodHref } from "@/lib/archive/hrefs";
import type { ListView } from "@/lib/archive/list-query";
import { anniversaryOf, periodAround, periodOf, type Period, type PeriodPart } from "@/lib/archive/period";
import { dependsOn } from "@/lib/cache/render-scope";
import { loadRecordList } from "@/lib/record-lists/loaders";

/** Published records by the year they are dated in; those that belong to no one year, and those without a date, beside them. */
export const loadYears = cache(async () => {
  dependsOn(recordsTag);
  return countYears();
});

/**
 * A year, a month or a day from the parts of its address. A part written otherwise than we write it ("01962", "3") leads for ever to the
 * address we write; one that no calendar has is not found.
 */
export function periodAt(...parts: string[]): Period {
  dependsOn(recordsTag);
  if (!parts.every((part) => /^-?\d{1,8}$/.test(part))) notFound();
  // A year of minus nought is nought.
  const [year = 0, month = null, day = null] = parts.map((part) => Number(part) + 0);
  const period = periodOf(year, month, day) ?? notFound();
  const href = periodHref(period.year, period.month, period.day);
  if (href !== `/years/${parts.join("/")}`) permanentRedirect(href);
  return period;
}

/** A month was once a parameter of its year's address. */
export function followOldMonth({ year }: Period, month: string | null): void {
  const period = month === null ? null : periodOf(year, Number(month));
  if (period) permanentRedirect(periodHref(period.year, period.month));
}

/**
 * A year, month or day: what it divides into, the nearest ones with records, and one page of its records. On its first page also the
 * number of records that may belong to it. A period without any is not found.
 */
export const loadPeriod = cache(async (address: string, part: PeriodPart, ...[page, sort]: ListView) => {
  const period = periodAt(...address.split("/"));
  const [units, nearest, list, perhaps] = await Promise.all([
    countUnits(period),
    findNearestDays(period),
    loadRecordList({ by: "period", period, part }, { page, sort }),
    loadRecordList({ by: "period", period, part: "perhaps" }, { page: 1, sort: null }),
  ]);
  const total = units.reduce((sum, { records }) => sum + records, 0);
  if (total + perhaps.total === 0) notFound();
  const around = (day: number | null) => (day === null ? null : periodAround(day, period));
  return {
    period,
    units,
    total,
    list,
    perhaps,
    before: around(nearest.before),
    after: around(nearest.after),
  };
});

/** One page of the records that have no date. */
export const loadUndated = cache(async (...[page, sort]: ListView) => {
  dependsOn(recordsTag);
  return loadRecordList({ by: "undated" }, { page, sort });
});

/** One page of the records that are dated, but not certainly to one year. */
export const loadUncertain = cache(async (...[page, sort]: ListView) => {
  dependsOn(recordsTag);
  return loadRecordList({ by: "uncertain" }, { page, sort });
});

/** A day of any year by its address, "10-27", with its years and one page of the records of that day. */
export const loadAnniversary = cache(async (address: string, ...[page, sort]: ListView) => {
  dependsOn(recordsTag);
  const [, month, day] = /^(\d{1,2})-(\d{1,2})$/.exec(address) ?? notFound();
  const anniversary = anniversaryOf(Number(month), Number(day)) ?? notFound();
  const href = anniversaryHref(anniversary);
  if (href !== `/on-this-day/${address}`) permanentRedirect(href);
  const [years, list] = await Promise.all([
    countAnniversaries(anniversary),
    loadRecordList({ by: "anniversary", anniversary }, { page, sort }),
  ]);
  return { anniversary, years, list };
});

/** Leads to the page of today, by the clock of UTC. */
export function goToToday(): never {
  redirect(anniversaryHref(dayNumberOf(Date.now()) % 10_000));
}
