import type { DayNumber } from "@/lib/archive/day-number";
import { spanOf } from "@/lib/archive/edtf";
import { searchScopes, type SearchScope } from "@/lib/archive/search-scopes";
import { holdsWords } from "@/lib/archive/search-words";
import { facets, type FacetFilters, type FacetName } from "./facets";
import { sorts, type SearchSort } from "./sorts";
import { views, type SearchView } from "./views";

/** A search as the address holds it; nothing else decides what a reader sees. */
export type SearchState = {
  readonly query: string;
  readonly scope: SearchScope;
  readonly filters: FacetFilters;
  /** Values that results must not have. */
  readonly excluded: FacetFilters;
  /** As typed, so that a date that cannot be read stays in its field; `daysOf` reads them. */
  readonly from: string;
  readonly to: string;
  /** Whether a date must lie wholly within the days; otherwise it is enough that it may. */
  readonly certain: boolean;
  /** Whether only the words as typed are looked for: no other names of what they name, no likely spellings. */
  readonly exact: boolean;
  readonly sort: SearchSort;
  readonly view: SearchView;
  /** Counted from 1. */
  readonly page: number;
};

export const blankSearch: SearchState = {
  query: "",
  scope: "everything",
  filters: {},
  excluded: {},
  from: "",
  to: "",
  certain: false,
  exact: false,
  sort: "relevance",
  view: "list",
  page: 1,
};

export const pageSize = 20;
/** Limits of what one search honours; `limitsReached` says when an address asked for more. */
export const longestQuery = 300;
export const mostFilters = 20;
const longestDate = 24;
/** Characters of what holds no words that are shown again. */
const shownWordless = 40;
const highestPage = 1_000_000;
/** What a switch that is on says in an address. */
const yes = "yes";

/** One spelling for the ways in which crawlers and old links mangle lists: "type[]" and "type[0]" mean "type". */
const plainName = (name: string) => name.replace(/\[\d*\]$/, "");

function valuesByName(params: URLSearchParams): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of params) {
    // PostgreSQL and HTML have no place for control characters; a lone half of a surrogate pair cannot be sent on.
    const clean = value
      .replaceAll(/\p{Cc}+/gu, " ")
      .toWellFormed()
      .trim();
    const given = values.get(plainName(name));
    if (given) given.push(clean);
    else values.set(plainName(name), [clean]);
  }
  return values;
}

function cut(text: string, length: number): string {
  const points = Array.from(text);
  return points.length > length ? points.slice(0, length).join("").trim() : text;
}

/** What results must not have stands under the facet's name with this before it: "not-place=havana". */
const excluding = "not-";

type Filters = Pick<SearchState, "filters" | "excluded"> & { readonly dropped: number };

function filtersIn(values: ReadonlyMap<string, readonly string[]>): Filters {
  let room = mostFilters;
  let dropped = 0;
  const chosenUnder = (prefix: string) =>
    Object.fromEntries(
      facets.flatMap(({ name, shape }) => {
        const wanted = [...new Set(values.get(`${prefix}${name}`) ?? [])].filter((value) =>
          shape.test(value),
        );
        const chosen = wanted.slice(0, room);
        dropped += wanted.length - chosen.length;
        room -= chosen.length;
        return chosen.length > 0 ? [[name, chosen]] : [];
      }),
    );
  return { filters: chosenUnder(""), excluded: chosenUnder(excluding), dropped };
}

const oneOf = <Value extends string>(
  offered: readonly { readonly value: Value }[],
  wanted: string | undefined,
): Value | undefined => offered.find(({ value }) => value === wanted)?.value;

/**
 * Reads a search from any address. Total: unknown parameters and values are dropped, mangled lists are repaired, pages are
 * clamped, and nothing throws. `searchHref` is its inverse.
 */
export function parseSearchState(params: URLSearchParams): SearchState {
  const values = valuesByName(params);
  const last = (name: string) => values.get(name)?.findLast((value) => value !== "") ?? "";
  const page = Number(last("page"));
  const query = cut(last("q").replaceAll(/\s+/g, " "), longestQuery);
  const { filters, excluded } = filtersIn(values);
  return {
    query: holdsWords(query) ? query : "",
    scope: oneOf(searchScopes, last("in")) ?? blankSearch.scope,
    filters,
    excluded,
    from: cut(last("from"), longestDate),
    to: cut(last("to"), longestDate),
    certain: last("certain") === yes,
    exact: last("exact") === yes,
    sort: oneOf(sorts, last("sort")) ?? blankSearch.sort,
    view: oneOf(views, last("view")) ?? blankSearch.view,
    page: Number.isInteger(page) ? Math.min(Math.max(page, 1), highestPage) : 1,
  };
}

/** What of an address was not honoured. */
export type LimitsReached = {
  /** Whether words were cut. */
  readonly query: boolean;
  /** How many filters were left aside. */
  readonly filters: number;
  /** What was typed for words and holds none; null where it holds some, or nothing was typed. */
  readonly wordless: string | null;
};

/** What an address asked for beyond the limits, or beyond sense, so that the page can say so. */
export function limitsReached(params: URLSearchParams): LimitsReached {
  const values = valuesByName(params);
  const query = values.get("q")?.findLast((value) => value !== "") ?? "";
  return {
    query: Array.from(query).length > longestQuery,
    filters: filtersIn(values).dropped,
    wordless: query === "" || holdsWords(query) ? null : cut(query, shownWordless),
  };
}

/** The parameters of a search in one fixed order; what is as usual is left out. */
export function searchParamsOf(state: SearchState): [string, string][] {
  const params: [string, string][] = [];
  if (state.query) params.push(["q", state.query]);
  if (state.scope !== blankSearch.scope) params.push(["in", state.scope]);
  for (const { name } of facets) for (const value of state.filters[name] ?? []) params.push([name, value]);
  for (const { name } of facets)
    for (const value of state.excluded[name] ?? []) params.push([`${excluding}${name}`, value]);
  if (state.from) params.push(["from", state.from]);
  if (state.to) params.push(["to", state.to]);
  if (state.certain) params.push(["certain", yes]);
  if (state.exact) params.push(["exact", yes]);
  if (state.sort !== blankSearch.sort) params.push(["sort", state.sort]);
  if (state.view !== blankSearch.view) params.push(["view", state.view]);
  if (state.page > 1) params.push(["page", String(state.page)]);
  return params;
}

/** The address of a search. */
export function searchHref(state: SearchState): string {
  const text = new URLSearchParams(searchParamsOf(state)).toString();
  return text ? `/search?${text}` : "/search";
}

/** Filters with one value put in or taken out. */
function withValue(filters: FacetFilters, facet: FacetName, value: string, isIn: boolean): FacetFilters {
  const { [facet]: before = [], ...others } = filters;
  const values = before.filter((other) => other !== value);
  if (isIn) values.push(value);
  return values.length > 0 ? { ...others, [facet]: values } : others;
}

/** The search with a value of a facet chosen besides, or given up again; either way its results are seen from the start. */
export function toggled(state: SearchState, facet: FacetName, value: string): SearchState {
  const isIn = !(state.filters[facet] ?? []).includes(value);
  return {
    ...state,
    page: 1,
    filters: withValue(state.filters, facet, value, isIn),
    excluded: withValue(state.excluded, facet, value, false),
  };
}

/** The search that leaves out what has a value of a facet, or no longer does. */
export function toggledExclusion(state: SearchState, facet: FacetName, value: string): SearchState {
  const isIn = !(state.excluded[facet] ?? []).includes(value);
  return {
    ...state,
    page: 1,
    filters: withValue(state.filters, facet, value, false),
    excluded: withValue(state.excluded, facet, value, isIn),
  };
}

/** The days a search is narrowed to, and what was wrong with how they were typed. */
export type SearchDays = {
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
  readonly unreadable: readonly ("from" | "to")[];
  /** True where the first day lay after the last; they have been exchanged. */
  readonly isReversed: boolean;
};

const partialDate = /^-?\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** Reads the dates of a search: a year, a month or a day ("1962", "1962-10", "1962-10-27"), taken whole at either end. */
export function daysOf({ from, to }: Pick<SearchState, "from" | "to">): SearchDays {
  const first = partialDate.test(from) ? spanOf(from) : null;
  const last = partialDate.test(to) ? spanOf(to) : null;
  const unreadable = [
    ...(from && !first ? (["from"] as const) : []),
    ...(to && !last ? (["to"] as const) : []),
  ];
  if (first && last && first.earliest > last.latest) {
    return { from: last.earliest, to: first.latest, unreadable, isReversed: true };
  }
  return { from: first?.earliest ?? null, to: last?.latest ?? null, unreadable, isReversed: false };
}
