import { periodInWords } from "@/lib/archive/period";
import { daysOf, searchHref, type SearchState } from "./state";

const partsOf = /^(?<sign>-?)(?<year>\d{4})(?:-(?<month>\d{2}))?(?:-(?<day>\d{2}))?$/;

type Parts = { readonly year: number; readonly month: number | null; readonly day: number | null };

function partsIn(text: string): Parts | null {
  const { sign, year, month, day } = partsOf.exec(text)?.groups ?? {};
  if (year === undefined) return null;
  return {
    year: Number(`${sign ?? ""}${year}`),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
  };
}

/** A date as a search takes it, in words: "1962-10" as "October 1962". What cannot be read stays as it is. */
function typedDateInWords(text: string): string {
  const parts = partsIn(text);
  return parts === null ? text : periodInWords(parts);
}

/** The two dates as they were understood: without what could not be read, and the earlier one first. */
function readDates(state: SearchState): { from: string; to: string } {
  const { unreadable, isReversed } = daysOf(state);
  const from = unreadable.includes("from") ? "" : state.from;
  const to = unreadable.includes("to") ? "" : state.to;
  return isReversed ? { from: to, to: from } : { from, to };
}

/** The days that a search is narrowed to: "certainly within October 1962", "1961 to 1963", "until 1962"; null where it is to none. */
export function datesInWords(state: SearchState): string | null {
  const { from, to } = readDates(state);
  const words = spanInWords(from, to);
  if (words === null || !state.certain) return words;
  return from && to ? `certainly within ${words}` : `certainly ${words}`;
}

function spanInWords(from: string, to: string): string | null {
  const [first, last] = [from, to].map(typedDateInWords);
  if (from && to) return from === to ? `${first}` : `${first} to ${last}`;
  if (from) return `from ${first} on`;
  return to ? `until ${last}` : null;
}

/** The same search of all times; also without the switch that would then switch nothing. */
export const ofAllTimes = (state: SearchState): SearchState => ({
  ...state,
  from: "",
  to: "",
  certain: false,
  page: 1,
});

/** Years around a narrowed search, from close to wide, as the address writes them. */
const widths = [1, 10, 100];

/**
 * Ways out of a time that a search is narrowed to, the nearest first: the year around a month, the decade around a year, the century
 * around a decade, and all times. None where it is narrowed to no time.
 */
export function waysOutOf(state: SearchState): { readonly label: string; readonly href: string }[] {
  const { from, to } = readDates(state);
  if (!from && !to) return [];
  const all = { label: "All dates", href: searchHref(ofAllTimes(state)) };
  const [first, last] = [partsIn(from), partsIn(to)];
  if (!first || !last || first.year < 0) return [all];
  const isWhole = first.month === null && last.month === null;
  const around = widths
    .map((width) => ({ width, start: Math.floor(first.year / width) * width }))
    .find(({ width, start }) => {
      const end = start + width - 1;
      const isWider = !isWhole || first.year > start || last.year < end;
      return last.year <= end && isWider;
    });
  if (!around) return [all];
  const years = [around.start, around.start + around.width - 1];
  const [start = "", end = ""] = years.map((year) => String(year).padStart(4, "0"));
  const label = around.width === 1 ? typedDateInWords(start) : `${years[0]}–${years[1]}`;
  return [{ label: `All of ${label}`, href: searchHref({ ...state, from: start, to: end, page: 1 }) }, all];
}
