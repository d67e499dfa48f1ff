import { hrefWith, yearHref } from "@/lib/archive/hrefs";

/** Names of the months; the first is January. */
export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** A year in words, astronomical years before 1 as years before the common era. */
export const yearInWords = (year: number): string => (year > 0 ? String(year) : `${1 - year} BCE`);

/** A year's months that have records, each with its link; what is dated less closely comes last and has none of its own. */
export const monthBars = (year: number, counts: readonly { month: number | null; records: number }[]) =>
  counts.map(({ month, records }) => ({
    href: month === null ? null : hrefWith(yearHref(year), { month }),
    label: (month === null ? null : monthNames[month - 1]) ?? "Month not known",
    records,
  }));
