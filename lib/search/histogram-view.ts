import { columnInWords } from "@/lib/archive/day-number";
import { periodInWords } from "@/lib/archive/period";
import type { Histogram } from "./results";
import { searchHref, type SearchState } from "./state";

/** A bar of the chart: where it leads, and whether the search is narrowed to just its time. */
export type TimeBar = {
  readonly label: string;
  readonly count: number;
  readonly href: string | null;
  readonly isChosen: boolean;
};

type Unit = Histogram["unit"];

/** More places than this would make bars that nobody can tell apart or point at. */
const mostPlaces = 240;

const yearsOf = { century: 100, decade: 10, year: 1 };

/** The place in time of a bar: how many months, years, decades or centuries it lies after the year 0. */
function placeOf(from: string, unit: Unit): number {
  const [, year = "0", month = "01"] = /^(-?\d+)(?:-(\d{2}))?/.exec(from) ?? [];
  return unit === "month" ? Number(year) * 12 + Number(month) - 1 : Math.floor(Number(year) / yearsOf[unit]);
}

function labelOf(place: number, unit: Unit): string {
  return unit === "month"
    ? periodInWords({ year: Math.floor(place / 12), month: (place % 12) + 1, day: null })
    : columnInWords(place * yearsOf[unit], yearsOf[unit]);
}

/** The bars of the results by time with a place for every time between the first and the last, so that gaps can be seen. */
export function timeBars(state: SearchState, { unit, bars }: Histogram): TimeBar[] {
  const drawn = bars.map(({ label, count, from, to }) => ({
    place: placeOf(from, unit),
    label,
    count,
    href: count > 0 ? searchHref({ ...state, from, to, page: 1 }) : null,
    isChosen: state.from === from && state.to === to,
  }));
  const first = drawn[0]?.place ?? 0;
  const places = (drawn.at(-1)?.place ?? 0) - first + 1;
  if (drawn.length === 0 || places > mostPlaces) return drawn;
  const byPlace = new Map(drawn.map((bar) => [bar.place, bar]));
  return Array.from(
    { length: places },
    (_, index) =>
      byPlace.get(first + index) ?? {
        label: labelOf(first + index, unit),
        count: 0,
        href: null,
        isChosen: false,
      },
  );
}
