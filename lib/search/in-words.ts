import { findFacetEntries, findFacetValues, type WantedEntries } from "@/db/queries/search-facets";
import { searchScopes } from "@/lib/archive/search-scopes";
import { facets, spokenValue, type FacetFilters, type FacetName } from "./facets";
import { blankSearch, daysOf, type SearchState } from "./state";

/** The names of facet values, by `labelKey`. */
type FacetLabels = ReadonlyMap<string, string>;

const labelKey = (facet: FacetName, value: string): string => `${facet}:${value}`;

/** What each of these searches asks for in words, with the present names of what they are narrowed to; two statements for all. */
export async function searchesInWords(states: readonly SearchState[]): Promise<string[]> {
  const wanted: Partial<Record<FacetName, WantedEntries>> = {};
  for (const { facet, value } of await findFacetValues(valuesIn(states)))
    wanted[facet] = { values: [...(wanted[facet]?.values ?? []), value] };
  const named = await findFacetEntries(wanted);
  const labels = new Map(named.map(({ facet, slug, label }) => [labelKey(facet, slug), label]));
  return states.map((state) => searchInWords(state, labels));
}

/** All values that the searches name. */
function valuesIn(states: readonly SearchState[]): FacetFilters {
  return Object.fromEntries(
    facets.map(({ name }) => [
      name,
      states.flatMap(({ filters, excluded }) => [...(filters[name] ?? []), ...(excluded[name] ?? [])]),
    ]),
  );
}

/** What a search asks for, values by their names where these are known: "“missile crisis” · Place: Cuba · not Type of document: Telegram · from 1962-10 to 1963". */
export function searchInWords(state: SearchState, labels: FacetLabels): string {
  const named = (filters: FacetFilters, word: string) =>
    facets.flatMap(({ name, label }) =>
      (filters[name] ?? []).map((value) => {
        const known = labels.get(labelKey(name, value)) ?? spokenValue(name, value) ?? value;
        return `${word}${label}: ${known}`;
      }),
    );
  const { unreadable } = daysOf(state);
  const from = unreadable.includes("from") ? "" : state.from;
  const to = unreadable.includes("to") ? "" : state.to;
  const scope = searchScopes.find(({ value }) => value === state.scope);
  const parts = [
    ...(state.query ? [`“${state.query}”`] : []),
    ...(scope && state.scope !== blankSearch.scope ? [`in ${scope.label.toLowerCase()}`] : []),
    ...named(state.filters, ""),
    ...named(state.excluded, "not "),
    [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(" "),
    ...(state.certain ? ["dated certainly"] : []),
    ...(state.exact ? ["exactly these words"] : []),
  ];
  return parts.filter(Boolean).join(" · ") || "All records";
}
