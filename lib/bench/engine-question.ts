import { env } from "@/lib/env";
import { liveIndex } from "@/lib/search/engine";
import { engineFilter } from "@/lib/search/engine-ranking";
import { facetsToShow } from "@/lib/search/facets";
import { pageSize, parseSearchState } from "@/lib/search/state";
import type { Question } from "./load";

/** A search of the engine itself for what the page of the same address asks: words, filters, counts of the same facets, words marked. */
export function engineQuestion(params: URLSearchParams): Question {
  const { MEILI_KEY: key } = env();
  const state = parseSearchState(params);
  const query = {
    indexUid: liveIndex(),
    q: state.query,
    filter: engineFilter(state),
    facets: facetsToShow(state.filters),
    page: state.page,
    hitsPerPage: pageSize,
    attributesToRetrieve: ["id", "slug", "title", "summary", "dateExpression", "typeNames", "people"],
    attributesToHighlight: ["title", "summary", "names"],
    attributesToCrop: ["summary:60", "names:16"],
  };
  return {
    path: "/multi-search",
    body: JSON.stringify({ queries: [query] }),
    headers: {
      "content-type": "application/json",
      // As the archive asks: compressed answers on a kept connection come 40 ms late.
      "accept-encoding": "identity",
      ...(key ? { authorization: `Bearer ${key}` } : {}),
    },
  };
}
