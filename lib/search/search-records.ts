import { findFacetLabels } from "@/db/queries/search-facets";
import { isTimeout } from "@/db/queries/search-fallback";
import { asksExactly } from "@/lib/archive/search-words";
import { EngineAway } from "./engine";
import { searchInEngine, type Found } from "./engine-search";
import { facets, spokenValue, valuesAtFirst } from "./facets";
import { isRanked, searchRanked } from "./ranked-search";
import { searchInPostgres } from "./postgres-search";
import type { FacetResult, FacetValue, SearchResults } from "./results";
import { pageSize, type SearchState } from "./state";

/**
 * Searches the published records. The engine answers; while it is away, PostgreSQL does and the results say `degraded`. Exact
 * phrases are PostgreSQL's in any case, since the engine's index does not know which words stand side by side. Never throws for
 * what a reader typed.
 */
export async function searchRecords(state: SearchState): Promise<SearchResults> {
  const isExact = asksExactly(state.query);
  const fromEngine = isExact ? null : await searchTogether(state).catch(nullWhenAway);
  const found = fromEngine ?? (await searchInPostgres(state).catch(nullWhenSlow));
  if (!found) return { status: "refused" };
  const { counts, match: _match, isCapped: _isCapped, ...shown } = found;
  return {
    status: "found",
    degraded: !isExact && !fromEngine,
    histogram: { unit: "year", bars: [], undated: 0 },
    widenings: [],
    remarks: [],
    emptiness: null,
    ...shown,
    pages: Math.max(1, Math.ceil(found.total / pageSize)),
    facets: await labelled(counts, state),
  };
}

/** Both rankings' answer where order is by relevance, the engine's alone elsewhere and where the other takes too long. */
const searchTogether = async (state: SearchState) =>
  (isRanked(state) ? await searchRanked(state) : null) ?? (await searchInEngine(state));

function nullWhenAway(error: unknown): null {
  if (error instanceof EngineAway) return null;
  throw error;
}

function nullWhenSlow(error: unknown): null {
  if (isTimeout(error)) return null;
  throw error;
}

/** The facets of a search with present labels, in the order of their declaration; facets without values are left out. */
async function labelled(counts: Found["counts"], { filters }: SearchState): Promise<FacetResult[]> {
  const listed = facets.map((facet) => {
    const counted = (counts.get(facet.name) ?? []).toSorted(([, a], [, b]) => b - a);
    const chosen = filters[facet.name] ?? [];
    const seen = counted.filter(
      ([value], index) => facet.order === "value" || index < valuesAtFirst || chosen.includes(value),
    );
    const missing = chosen.filter((value) => !counted.some(([other]) => other === value));
    return {
      ...facet,
      values: [...missing.map((value) => [value, 0] as const), ...seen],
      more: counted.length - seen.length,
    };
  });
  const wanted = Object.fromEntries(listed.map(({ name, values }) => [name, values.map(([value]) => value)]));
  const labels = new Map<string, string>();
  for (const { facet, value, label } of await findFacetLabels(wanted)) labels.set(`${facet}:${value}`, label);

  return listed.flatMap(({ name, label, order, values, more }) => {
    const shown = values.flatMap(([value, count]): FacetValue[] => {
      const isChosen = filters[name]?.includes(value) ?? false;
      const known = spokenValue(name, value) ?? labels.get(`${name}:${value}`);
      // A value that names nothing any more is shown only to be taken away again.
      return known || isChosen
        ? [
            {
              value,
              label: known ?? value,
              count,
              state: isChosen ? "chosen" : "offered",
              depth: 0,
              hasNarrower: false,
            },
          ]
        : [];
    });
    if (shown.length === 0) return [];
    return [{ name, label, values: shown.toSorted(ordersOf[order]), more }];
  });
}

const chosenFirst = (a: FacetValue, b: FacetValue) =>
  Number(b.state === "chosen") - Number(a.state === "chosen");

const ordersOf = {
  count: (a: FacetValue, b: FacetValue) =>
    chosenFirst(a, b) || b.count - a.count || a.label.localeCompare(b.label, "en"),
  value: (a: FacetValue, b: FacetValue) => Number(a.value) - Number(b.value),
} satisfies Record<string, (a: FacetValue, b: FacetValue) => number>;
