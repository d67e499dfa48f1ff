import { openPast, monthNames, monthOf, yearInWords, yearOf } from "@/lib/archive/day-number";
import { spanOf, type DateSpan } from "@/lib/archive/edtf";
import type { SearchHit } from "./results";
import type { SearchState } from "./state";

/** Hits of one month; `label` is null for those of which only the year, or less, is known. */
type TimelineMonth<Hit> = { readonly label: string | null; readonly hits: readonly Hit[] };
export type TimelineYear<Hit> = { readonly label: string; readonly months: readonly TimelineMonth<Hit>[] };

/** The search as its view needs it: a timeline runs with time, whatever else the address asks for. */
export function asViewed(state: SearchState): SearchState {
  const isDated = state.sort === "oldest" || state.sort === "newest";
  return state.view === "timeline" && !isDated ? { ...state, sort: "oldest" } : state;
}

/** A span of more days than a month has names no month. */
function monthIn({ earliest, latest }: DateSpan): string | null {
  const isOneMonth = yearOf(earliest) === yearOf(latest) && monthOf(earliest) === monthOf(latest);
  const beginsYear = monthOf(earliest) === 1 && earliest % 100 === 1;
  // "October to November 1962" begins in October; "1962" begins in no month that anybody knows of.
  return isOneMonth || !beginsYear ? (monthNames[monthOf(earliest) - 1] ?? null) : null;
}

function placeInTime(edtf: string | null): { year: string; month: string | null } {
  const span = edtf === null ? null : spanOf(edtf);
  if (!span) return { year: "Undated", month: null };
  if (span.earliest <= openPast) return { year: "Beginning unknown", month: null };
  return { year: yearInWords(yearOf(span.earliest)), month: monthIn(span) };
}

/** The hits by the year and month in which their dates begin, in the order in which they come. */
export function timelineOf<Hit extends Pick<SearchHit, "dateEdtf">>(
  hits: readonly Hit[],
): TimelineYear<Hit>[] {
  const years = new Map<string, Map<string | null, Hit[]>>();
  for (const hit of hits) {
    const { year, month } = placeInTime(hit.dateEdtf);
    const months = years.get(year) ?? new Map<string | null, Hit[]>();
    months.set(month, [...(months.get(month) ?? []), hit]);
    years.set(year, months);
  }
  return [...years].map(([label, months]) => ({
    label,
    months: [...months].map(([month, found]) => ({ label: month, hits: found })),
  }));
}
