import { decadeInWords, monthNames, yearInWords } from "@/lib/archive/day-number";
import { hrefWith, periodHref, yearHref } from "@/lib/archive/hrefs";
import { daysInMonth, firstWeekday, periodInWords, type Period, type PeriodPart } from "@/lib/archive/period";

type Counted = { readonly unit: number | null; readonly records: number };

export const hrefOf = ({ year, month, day }: Period) => periodHref(year, month, day);

/** The years in their decades, each decade with the number of its records. */
export function decadesOf(years: readonly { year: number; records: number }[]) {
  const decadeOf = (year: number) => Math.floor(year / 10) * 10;
  return [...new Set(years.map(({ year }) => decadeOf(year)))].map((first) => {
    const rows = years.filter(({ year }) => decadeOf(year) === first);
    return {
      id: `decade${first}`,
      label: decadeInWords(first),
      records: rows.reduce((sum, { records }) => sum + records, 0),
      bars: rows.map(({ year, records }) => ({ href: yearHref(year), label: yearInWords(year), records })),
    };
  });
}

/** Where a period stands among the wider ones, from all years down. */
export const trailOf = ({ year, month, day }: Period) => [
  { label: "Years", href: "/years" },
  ...(month === null ? [] : [{ label: yearInWords(year), href: yearHref(year) }]),
  ...(month === null || day === null
    ? []
    : [{ label: monthNames[month - 1] ?? "", href: periodHref(year, month) }]),
];

/** A year's months that have records, each with its link; what is dated less closely comes last. */
export const monthBars = ({ year }: Period, units: readonly Counted[]) =>
  units.map(({ unit, records }) => ({
    href: unit === null ? hrefWith(yearHref(year), { part: "wide" }) : periodHref(year, unit),
    label: (unit === null ? null : monthNames[unit - 1]) ?? "Month not given",
    records,
  }));

export type CalendarDay = { readonly day: number; readonly href: string; readonly records: number };

/** A month as weeks from Monday, null where a week has no day of this month. */
export function weeksOf(year: number, month: number, units: readonly Counted[]): (CalendarDay | null)[][] {
  const records = new Map(units.map(({ unit, records: count }) => [unit, count]));
  const days = Array.from({ length: daysInMonth(year, month) }, (_, index) => ({
    day: index + 1,
    href: periodHref(year, month, index + 1),
    records: records.get(index + 1) ?? 0,
  }));
  const cells = [...Array.from({ length: firstWeekday(year, month) }, () => null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    cells.slice(week * 7, week * 7 + 7),
  );
  return weeks.map((week) => [...week, ...Array.from({ length: 7 - week.length }, () => null)]);
}

/** What the parts of a period's records are called. */
export function partInWords(period: Period, part: PeriodPart): string {
  const words = periodInWords(period);
  if (part === "within") return `Records of ${words}`;
  if (part === "perhaps") return `Perhaps of ${words}`;
  return period.month === null ? `Dated ${words} without a month` : `Dated ${words} without a day`;
}

/** Links between the parts of a period's records; none where there is only one. */
export function partLinks(period: Period, current: PeriodPart, counts: Readonly<Record<PeriodPart, number>>) {
  const labels = {
    within: "Certain",
    wide: period.month === null ? "Without a month" : "Without a day",
    perhaps: "Perhaps",
  };
  const parts = (["within", "wide", "perhaps"] as const).filter(
    (part) => counts[part] > 0 || part === current,
  );
  return parts.length < 2
    ? []
    : parts.map((part) => ({
        href: hrefWith(hrefOf(period), { part: part === "within" ? null : part }),
        label: labels[part],
        count: String(counts[part]),
        isCurrent: part === current,
      }));
}

/** The years of an anniversary as links to that day. */
export const anniversaryYears = (anniversary: number, years: readonly { year: number; records: number }[]) =>
  years.map(({ year, records }) => ({
    href: periodHref(year, Math.floor(anniversary / 100), anniversary % 100),
    label: yearInWords(year),
    count: String(records),
  }));
