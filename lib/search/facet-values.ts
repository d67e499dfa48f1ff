import { db } from "@/db/client";
import { countFacets, findFacetLabels } from "@/db/queries/search-facets";
import { nameKey } from "@/lib/archive/slug";
import {
  inFacetOrder,
  letterPlaces,
  valuesPerPage,
  type FacetPageState,
  type LetterPlace,
} from "./facet-view";
import { spokenValue, type FacetName } from "./facets";
import { findAllIds } from "./found-ids";
import type { FacetValue } from "./results";
import type { SearchState } from "./state";

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

/** More values of one facet than any archive has. */
const mostCounted = 1_000_000;

/**
 * All values of a facet among the results of a search, a page at a time. Values chosen or left out in this facet do not narrow the
 * list, so that a reader sees the alternatives. Null where the search took too long.
 */
export async function listFacetValues(
  state: SearchState,
  name: FacetName,
  { find, by, page }: FacetPageState,
): Promise<FacetValuePage | null> {
  const { [name]: chosen = [], ...filters } = state.filters;
  const { [name]: left = [], ...excluded } = state.excluded;
  const ids = await findAllIds({ ...state, filters, excluded });
  if (ids === null) return null;
  const counts = (await countFacets(db(), [name], ids, mostCounted)).get(name) ?? [];
  const named = await findFacetLabels({ [name]: counts.map(([value]) => value) });
  const labels = new Map(named.map(({ value, label }) => [value, label]));
  const key = nameKey(find);
  const all = counts.flatMap(([value, count]): FacetValue[] => {
    const label = spokenValue(name, value) ?? labels.get(value);
    if (label === undefined || !nameKey(label).includes(key)) return [];
    const kind = chosen.includes(value) ? "chosen" : left.includes(value) ? "excluded" : "offered";
    return [{ value, label, count, state: kind, depth: 0, hasNarrower: false }];
  });
  const ordered = inFacetOrder(all, name, by);
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
