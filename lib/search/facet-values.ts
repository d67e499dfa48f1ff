import { findFacetEntries } from "@/db/queries/search-facets";
import { nameKey } from "@/lib/archive/slug";
import {
  inFacetOrder,
  letterPlaces,
  valuesPerPage,
  type FacetPageState,
  type LetterPlace,
} from "./facet-view";
import { spokenValue, type FacetName } from "./facets";
import { countFacets } from "./facet-counts";
import { match, matchedIn } from "./matching";
import type { FacetValue } from "./results";
import type { SearchState } from "./state";
import type { CountedValue } from "./value-table";
import { isRefusal } from "./refusal";

/** One page of the values of a facet. */
export type FacetValuePage = {
  readonly values: readonly FacetValue[];
  /** How many values there are on all pages. */
  readonly total: number;
  /** The page shown: the last one where a later one was asked for. */
  readonly page: number;
  readonly pages: number;
  /** Where each letter begins; only to be used where the values stand in the order of names. */
  readonly letters: readonly LetterPlace[];
};

/**
 * All values of a facet among the results of a search, a page at a time. Values chosen in this facet do not narrow the list, so
 * that a reader sees the alternatives; those left out are told with what they hide. Null where the search took too long.
 */
export async function listFacetValues(
  state: SearchState,
  name: FacetName,
  asked: FacetPageState,
): Promise<FacetValuePage | null> {
  try {
    return pageOf(await namedValues(state, name), name, asked);
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** The values of a facet that results have, with their labels. */
async function namedValues(state: SearchState, name: FacetName): Promise<FacetValue[]> {
  const chosen = state.filters[name] ?? [];
  const left = state.excluded[name] ?? [];
  const matching = await match(state);
  const facet = countFacets(matching, matchedIn(matching), [name]).get(name);
  const hidden = (matching.conditions.excluded.get(name) ?? []).map((value): CountedValue => [
    value,
    facet?.hidden?.of(name, value) ?? 0,
  ]);
  const counted = [...(facet?.counts.all(name) ?? []), ...hidden];
  const entries = await findFacetEntries({ [name]: { values: counted.map(([value]) => value) } });
  const known = new Map(entries.map((entry) => [entry.value, entry]));
  return counted.flatMap(([key, count]): FacetValue[] => {
    const value = known.get(key)?.slug ?? key;
    const label = spokenValue(name, key) ?? known.get(key)?.label;
    if (label === undefined) return [];
    const kind = chosen.includes(value) ? "chosen" : left.includes(value) ? "excluded" : "offered";
    return [{ value, label, count, state: kind, depth: 0, hasNarrower: false }];
  });
}

function pageOf(
  values: readonly FacetValue[],
  name: FacetName,
  { find, by, page }: FacetPageState,
): FacetValuePage {
  const key = nameKey(find);
  const ordered = inFacetOrder(
    values.filter(({ label }) => nameKey(label).includes(key)),
    name,
    by,
  );
  const pages = Math.max(1, Math.ceil(ordered.length / valuesPerPage));
  const shown = Math.min(page, pages);
  return {
    values: ordered.slice((shown - 1) * valuesPerPage, shown * valuesPerPage),
    total: ordered.length,
    page: shown,
    pages,
    letters: letterPlaces(ordered.map(({ label }) => label)),
  };
}
