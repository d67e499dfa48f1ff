import { emptinessOf, wideningsOf } from "./explanations";
import { facetResults } from "./facet-results";
import { histogramOf } from "./histogram";
import { hitsOf } from "./hits";
import { answeredOnce } from "./kept-answers";
import { match } from "./matching";
import { rank } from "./ranking";
import type { SearchResults } from "./results";
import { pageSize, type SearchState } from "./state";
import { isRefusal } from "./refusal";

/**
 * Searches the published records: what matches is found in the catalogue and the postings, exactly and to the last record; the search
 * engine has a say in the order. Never throws for what a reader typed.
 */
export async function searchRecords(state: SearchState): Promise<SearchResults> {
  try {
    return await answeredOnce(state, answer);
  } catch (error) {
    if (isRefusal(error)) return { status: "refused" };
    throw error;
  }
}

async function answer(state: SearchState): Promise<SearchResults> {
  const matching = await match(state);
  const ranked = await rank(matching);
  const { total, holdingAll, degraded, matched, ids } = ranked;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(state.page, pages);
  const [hits, facets] = await Promise.all([
    hitsOf(matching, ids((page - 1) * pageSize, page * pageSize), ranked),
    facetResults(matching, matched),
  ]);
  return {
    status: "found",
    degraded,
    total,
    holdingAll,
    page,
    pages,
    hits,
    facets,
    histogram: histogramOf(matching.catalogue, ranked.found, matching.conditions.days),
    widenings: wideningsOf(matching, matched, hits),
    remarks: matching.parsed.remarks,
    emptiness: total === 0 ? await emptinessOf(matching) : null,
  };
}
