import { monthNames } from "@/lib/archive/day-number";
import { hrefWith, yearHref } from "@/lib/archive/hrefs";

/** A year's months that have records, each with its link; what is dated less closely comes last and has none of its own. */
export const monthBars = (year: number, counts: readonly { month: number | null; records: number }[]) =>
  counts.map(({ month, records }) => ({
    href: month === null ? null : hrefWith(yearHref(year), { month }),
    label: (month === null ? null : monthNames[month - 1]) ?? "Month not known",
    records,
  }));
