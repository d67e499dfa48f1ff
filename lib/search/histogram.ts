import { noDay } from "@/db/queries/search-catalogue";
import { columnInWords, monthNames, openFuture, openPast, yearInWords } from "@/lib/archive/day-number";
import type { Bits } from "./bits";
import type { Catalogue } from "./catalogue";
import type { Histogram } from "./results";

/** Bars that can be told apart on a page. */
const mostBars = 60;
const monthsInYear = 12;
/** Units by size, in months. */
const units = [
  { unit: "month", months: 1 },
  { unit: "year", months: monthsInYear },
  { unit: "decade", months: 10 * monthsInYear },
  { unit: "century", months: 100 * monthsInYear },
] as const;

/** Months since the year 0 began. */
const monthNumber = (day: number): number => {
  const year = Math.floor(day / 10_000);
  return year * monthsInYear + Math.floor((day - year * 10_000) / 100) - 1;
};

/**
 * Counts records by time. Dates count in every bar that they may lie in, as `certain` asks only in the bar that holds them wholly; bars
 * reach over the years that most dates lie in and are as fine as leaves them apart, within `from` and `to` where these are set.
 */
export function histogramOf(
  { earliest, latest }: Catalogue,
  found: Bits,
  days: { readonly from: number | null; readonly to: number | null; readonly certain: boolean },
): Histogram {
  const span = spanOf(found, { earliest, latest }, days);
  const { undated } = span;
  if (!span.isDated) return { unit: "year", bars: [], undated };
  const { unit, months } =
    units.find(({ months: size }) => (span.last - span.first + 1) / size <= mostBars) ?? units[3];
  const first = Math.floor(span.first / months);
  const last = Math.floor(span.last / months);
  const steps = new Int32Array(last - first + 2);
  found.each((place) => {
    if ((earliest[place] ?? noDay) === noDay) return;
    const begins = barOf(earliest[place] ?? 0, months);
    const ends = barOf(latest[place] ?? 0, months);
    if (ends < first || begins > last || (days.certain && begins !== ends)) return;
    const from = Math.max(begins, first) - first;
    const to = Math.min(ends, last) - first;
    steps[from] = (steps[from] ?? 0) + 1;
    steps[to + 1] = (steps[to + 1] ?? 0) - 1;
  });
  let count = 0;
  const bars = Array.from({ length: last - first + 1 }, (_, index) => {
    count += steps[index] ?? 0;
    return { count, ...barNamed(first + index, months) };
  });
  return { unit, bars, undated };
}

function barOf(day: number, months: number): number {
  if (day <= openPast) return -Infinity;
  return day >= openFuture ? Infinity : Math.floor(monthNumber(day) / months);
}

type Columns = Pick<Catalogue, "earliest" | "latest">;

/** The months that the bars reach over: those in which dates lie whose both sides are known, within the days of the search. */
function spanOf(
  found: Bits,
  { earliest, latest }: Columns,
  { from, to }: { from: number | null; to: number | null },
) {
  let undated = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  found.each((place) => {
    const begins = earliest[place] ?? noDay;
    const ends = latest[place] ?? noDay;
    if (begins === noDay) undated += 1;
    else if (begins > openPast && ends < openFuture) {
      lowest = Math.min(lowest, begins);
      highest = Math.max(highest, ends);
    }
  });
  const first = monthNumber(Math.max(lowest, from ?? lowest));
  const last = monthNumber(Math.min(highest, to ?? highest));
  return { undated, isDated: lowest <= highest && first <= last, first, last };
}

const digits = (number: number, length: number) => String(Math.abs(number)).padStart(length, "0");
const written = (year: number) => `${year < 0 ? "-" : ""}${digits(year, 4)}`;

/** What a bar is called, and the search that narrows to it. */
function barNamed(bar: number, months: number): { label: string; from: string; to: string } {
  const year = Math.floor((bar * months) / monthsInYear);
  if (months === 1) {
    const month = bar - year * monthsInYear;
    const text = `${written(year)}-${digits(month + 1, 2)}`;
    return { label: `${monthNames[month] ?? ""} ${yearInWords(year)}`, from: text, to: text };
  }
  const years = months / monthsInYear;
  return { label: columnInWords(year, years), from: written(year), to: written(year + years - 1) };
}
