import { numberInWords } from "@/lib/archive/counts";
import { searchScopes } from "@/lib/archive/search-scopes";
import { facets } from "./facets";
import type { FacetResult, SearchResults } from "./results";
import {
  blankSearch,
  daysOf,
  longestQuery,
  mostFilters,
  searchHref,
  toggled,
  type SearchDays,
  type SearchState,
} from "./state";

/** A chosen filter in words, and the search without it. */
export type ChosenFilter = { readonly facet: string; readonly label: string; readonly href: string };

/** Every filter that is on, in the order of the facets, then the dates. */
export function chosenFilters(state: SearchState, found: readonly FacetResult[]): ChosenFilter[] {
  const labels = new Map(
    found.flatMap(({ name, values }) =>
      values.map(({ value, label }) => [`${name}:${value}`, label] as const),
    ),
  );
  const chosen = facets.flatMap(({ name, label }) =>
    (state.filters[name] ?? []).map((value) => ({
      facet: label,
      label: labels.get(`${name}:${value}`) ?? value,
      href: searchHref(toggled(state, name, value)),
    })),
  );
  const { unreadable } = daysOf(state);
  const scope = searchScopes.find(({ value }) => value === state.scope);
  return [
    ...(scope && state.scope !== blankSearch.scope
      ? [
          {
            facet: "Search in",
            label: scope.label,
            href: searchHref({ ...state, page: 1, scope: "everything" }),
          },
        ]
      : []),
    ...chosen,
    ...(state.from && !unreadable.includes("from")
      ? [{ facet: "From", label: state.from, href: searchHref({ ...state, page: 1, from: "" }) }]
      : []),
    ...(state.to && !unreadable.includes("to")
      ? [{ facet: "To", label: state.to, href: searchHref({ ...state, page: 1, to: "" }) }]
      : []),
  ];
}

/** The same words without filters; where everything but the words is given up. */
export const withoutFilters = (state: SearchState) =>
  searchHref({ ...blankSearch, query: state.query, sort: state.sort });

type Found = Extract<SearchResults, { status: "found" }>;

/** "31,408 records", "1 record"; for none, "No records". */
export function totalInWords({ total }: Pick<Found, "total">): string {
  if (total === 0) return "No records";
  return `${numberInWords(total)} ${total === 1 ? "record" : "records"}`;
}

const sides = { from: "first", to: "last" };

/** What the page must say about how it understood the address: sentences, most important first. */
export function remarksOn(
  state: SearchState,
  days: SearchDays,
  limits: { readonly query: boolean; readonly filters: number },
): string[] {
  return [
    ...days.unreadable.map(
      (side) =>
        `“${state[side]}” is not a date that can be searched for, so the ${sides[side]} date was left aside. Write a year, a month or a day: 1962, 1962-10 or 1962-10-27.`,
    ),
    ...(days.isReversed ? ["The first date lay after the last; they were exchanged."] : []),
    ...(limits.query ? [`Only the first ${longestQuery} characters of the words were searched for.`] : []),
    ...(limits.filters > 0
      ? [`Only ${mostFilters} filters can be used at once; ${limits.filters} more were left aside.`]
      : []),
  ];
}

/** The title of the page: what is searched for, in words. */
export const titleOf = ({ query }: SearchState): string => (query ? `“${query}”` : "Search");
