import { numberInWords } from "@/lib/archive/counts";
import { searchScopes } from "@/lib/archive/search-scopes";
import { datesInWords, ofAllTimes } from "./date-view";
import { facets, spokenValue, type FacetName } from "./facets";
import type { FacetResult, SearchResults, Widening } from "./results";
import {
  blankSearch,
  longestQuery,
  mostFilters,
  searchHref,
  toggled,
  toggledExclusion,
  type LimitsReached,
  type SearchDays,
  type SearchState,
} from "./state";
import { asViewed } from "./timeline-view";
import { views } from "./views";

/** A chosen filter in words, and the search without it. */
export type ChosenFilter = { readonly facet: string; readonly label: string; readonly href: string };

/** Everything that narrows the search, in the order of the form: where it looks, values chosen and left out, dates, exactness. */
export function chosenFilters(state: SearchState, found: readonly FacetResult[]): ChosenFilter[] {
  const labels = new Map(
    found.flatMap(({ name, values }) =>
      values.map(({ value, label }) => [`${name}:${value}`, label] as const),
    ),
  );
  const labelOf = (name: FacetName, value: string) =>
    labels.get(`${name}:${value}`) ?? spokenValue(name, value) ?? value;
  const chosen = facets.flatMap(({ name, label }) => [
    ...(state.filters[name] ?? []).map((value) => ({
      facet: label,
      label: labelOf(name, value),
      href: searchHref(toggled(state, name, value)),
    })),
    ...(state.excluded[name] ?? []).map((value) => ({
      facet: label,
      label: `not ${labelOf(name, value)}`,
      href: searchHref(toggledExclusion(state, name, value)),
    })),
  ]);
  return [...scopeFilter(state), ...chosen, ...dateFilter(state), ...exactFilter(state)];
}

function scopeFilter(state: SearchState): ChosenFilter[] {
  const scope = searchScopes.find(({ value }) => value === state.scope);
  if (!scope || state.scope === blankSearch.scope) return [];
  const href = searchHref({ ...state, page: 1, scope: blankSearch.scope });
  return [{ facet: "Search in", label: scope.label, href }];
}

function dateFilter(state: SearchState): ChosenFilter[] {
  const label = datesInWords(state);
  return label === null ? [] : [{ facet: "Date", label, href: searchHref(ofAllTimes(state)) }];
}

/** Without words to take exactly the switch says nothing. */
const exactFilter = (state: SearchState): ChosenFilter[] =>
  state.exact && state.query
    ? [{ facet: "Words", label: "only as typed", href: searchHref({ ...state, page: 1, exact: false }) }]
    : [];

/** The same words looked at in the same way without filters; where everything but the words is given up. */
export const withoutFilters = ({ query, sort, view }: SearchState) =>
  searchHref({ ...blankSearch, query, sort, view });

type Found = Extract<SearchResults, { status: "found" }>;

/** "31,408 records", "1 record"; for none, "No records". */
export function totalInWords({ total }: Pick<Found, "total">): string {
  if (total === 0) return "No records";
  return `${numberInWords(total)} ${total === 1 ? "record" : "records"}`;
}

/** How many of the results hold all the words, where not all of them do; null where there is nothing to say. */
export function holdingInWords({ total, holdingAll }: Pick<Found, "total" | "holdingAll">): string | null {
  const others = total - holdingAll;
  if (total === 0 || others === 0) return null;
  if (holdingAll === 0)
    return "No record holds all of these words. The ones that hold most of them come first.";
  const verb = holdingAll === 1 ? "holds" : "hold";
  const rest =
    others === 1
      ? "1 other that holds some of them follows"
      : `${numberInWords(others)} others that hold some of them follow`;
  return `${numberInWords(holdingAll)} ${verb} all of these words; ${rest}.`;
}

/** Every form that was looked for besides the words as typed, each once, by the words that it stands for. */
export function alsoSearched(widenings: readonly Widening[]): { typed: string; also: string[] }[] {
  const forms = new Map<string, Set<string>>();
  for (const { typed, also } of widenings) forms.set(typed, new Set([...(forms.get(typed) ?? []), ...also]));
  return [...forms].flatMap(([typed, also]) => (also.size > 0 ? [{ typed, also: [...also] }] : []));
}

/** Whether one of the fields is used that stand behind the words and where to look for them; an order that the view brings is not. */
export function usesFurtherFields(state: SearchState): boolean {
  const { from, to, certain, exact, sort } = state;
  const usual = asViewed({ ...state, sort: blankSearch.sort }).sort;
  return [from, to].some(Boolean) || certain || exact || sort !== usual;
}

/** Ways to look at the same results; a timeline runs with time, so that it brings its order with it. */
export const viewLinks = (state: SearchState) =>
  views.map(({ value, label }) => ({
    label,
    href: searchHref(asViewed({ ...state, view: value, page: 1 })),
    isCurrent: state.view === value,
  }));

const sides = { from: "first", to: "last" };

/** What the page must say about how it understood the address: sentences, most important first. */
export function remarksOn(state: SearchState, days: SearchDays, limits: LimitsReached): string[] {
  return [
    ...days.unreadable.map(
      (side) =>
        `“${state[side]}” is not a date that can be searched for, so the ${sides[side]} date was left aside. Write a year, a month or a day: 1962, 1962-10 or 1962-10-27.`,
    ),
    ...(days.isReversed ? ["The first date lay after the last; they were exchanged."] : []),
    ...(limits.wordless === null
      ? []
      : [`“${limits.wordless}” holds no word that could be searched for, so it was left aside.`]),
    ...(limits.query ? [`Only the first ${longestQuery} characters of the words were searched for.`] : []),
    ...(limits.filters > 0
      ? [`Only ${mostFilters} filters can be used at once; ${limits.filters} more were left aside.`]
      : []),
  ];
}

/** A search in words, as a link back to it says: "Results for “Cuba”". */
export const searchInWords = ({ query }: SearchState): string =>
  query ? `Results for “${query}”` : "Search results";

/** The title of the page: what is searched for, in words. */
export const titleOf = ({ query }: SearchState): string => (query ? `“${query}”` : "Search");
