import { asksExactly, withPlainQuotes } from "@/lib/archive/search-words";
import { searchInDatabase, type FallbackHit } from "@/db/queries/search-fallback";
import { withAnchors } from "./anchors";
import type { Found } from "./engine-search";
import { facetsToShow, mostValues } from "./facets";
import type { SearchHit } from "./results";
import { fragmentsOf, markEnd, markStart, tellsMore } from "./snippet";
import { daysOf, pageSize, type SearchState } from "./state";

function snippetOf({ summary, text }: FallbackHit): SearchHit["snippet"] {
  if (text && tellsMore(text, summary ?? "")) return { field: "Text", fragments: fragmentsOf(text) };
  return summary ? { field: null, fragments: fragmentsOf(summary) } : null;
}

/**
 * Answers a search from PostgreSQL full text, for exact phrases and while the engine is away: the same filters, scopes and facets
 * on at most 5,000 matches. Throws where PostgreSQL does.
 */
export async function searchInPostgres(state: SearchState): Promise<Found> {
  const { from, to } = daysOf(state);
  const answer = await searchInDatabase(
    {
      words: withPlainQuotes(state.query),
      forgives: !asksExactly(state.query),
      scope: state.scope,
      filters: state.filters,
      from,
      to,
      order: state.sort,
    },
    { offset: (state.page - 1) * pageSize, limit: pageSize, marks: [markStart, markEnd] },
    { names: facetsToShow(state.filters), limit: mostValues },
  );
  const lastPage = Math.max(1, Math.ceil(answer.total / pageSize));
  if (state.page > lastPage) return searchInPostgres({ ...state, page: lastPage });
  return {
    match: answer.isSimilar ? "similar" : "all",
    total: answer.total,
    holdingAll: answer.isSimilar ? 0 : answer.total,
    isCapped: answer.isCapped,
    page: state.page,
    hits: await withAnchors(
      answer.hits.map((hit) => ({
        id: hit.id,
        slug: hit.slug,
        title: fragmentsOf(hit.title),
        dateExpression: hit.dateExpression,
        dateEdtf: hit.dateEdtf,
        snippet: snippetOf(hit),
        foundIn: null,
        types: hit.types,
        people: [...new Set(hit.people)],
        places: [],
        reasons: [],
      })),
    ),
    counts: answer.counts,
  };
}
