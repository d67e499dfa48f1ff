import { findPublishedIds } from "@/db/queries/search-documents";
import { ask, type EngineAnswer, type EngineHit } from "./engine";
import type { SearchedAttribute } from "./document";
import type { FacetCounts, FacetName } from "./facets";
import { facetsToShow } from "./facets";
import { engineQuestions } from "./question";
import type { SearchHit } from "./results";
import { fragmentsOf, hasMatch } from "./snippet";
import { pageSize, type SearchState } from "./state";

/** What a search found, before its facets have labels. */
export type Found = {
  readonly match: "all" | "some" | "similar";
  readonly total: number;
  readonly isCapped: boolean;
  readonly page: number;
  readonly hits: readonly SearchHit[];
  readonly counts: ReadonlyMap<FacetName, FacetCounts>;
};

/** Where a snippet may come from, in the order of preference, and what the page calls it. */
const snippetFields: readonly { readonly name: SearchedAttribute; readonly field: string | null }[] = [
  { name: "summary", field: null },
  { name: "text", field: "Text" },
  { name: "names", field: "Names" },
  { name: "otherTitles", field: "Other title" },
  { name: "subjects", field: "Subjects" },
  { name: "places", field: "Places" },
  { name: "collectionTitles", field: "Collection" },
  { name: "references", field: "Reference" },
];

function snippetOf(marked: Partial<Record<SearchedAttribute, string>>): SearchHit["snippet"] {
  const matching = snippetFields.find(({ name }) => hasMatch(marked[name] ?? ""));
  const shown = matching ?? snippetFields.slice(0, 2).find(({ name }) => marked[name]);
  return shown ? { field: shown.field, fragments: fragmentsOf(marked[shown.name] ?? "") } : null;
}

function hitOf(hit: EngineHit): SearchHit[] {
  const { id, slug, _formatted: marked = {} } = hit;
  if (id === undefined || slug === undefined) return [];
  return [
    {
      id,
      slug,
      title: fragmentsOf(marked.title ?? ""),
      dateExpression: hit.dateExpression ?? null,
      dateEdtf: hit.dateEdtf ?? null,
      snippet: snippetOf(marked),
      types: hit.typeNames ?? [],
      people: hit.people ?? [],
    },
  ];
}

function countsIn(answers: readonly EngineAnswer[]): Map<FacetName, FacetCounts> {
  const counted = new Map(answers.flatMap(({ facets }) => Object.entries(facets)));
  return new Map(
    facetsToShow({ decade: [], year: [] }).flatMap((name) => {
      const counts = counted.get(name);
      return counts ? [[name, Object.entries(counts)] as const] : [];
    }),
  );
}

/**
 * Answers a search from the engine. Records that hold every word are the results; where there are none, those that hold some, the
 * rarest word always among them. A page after the last becomes the last. Throws `EngineAway`.
 */
export async function searchInEngine(state: SearchState): Promise<Found> {
  let match: Found["match"] = "all";
  let answers = await ask(engineQuestions(state, "all"));
  if (answers[0]?.total === 0 && /\s/.test(state.query)) {
    match = "some";
    answers = await ask(engineQuestions(state, "frequency"));
  }
  const total = answers[0]?.total ?? 0;
  const lastPage = Math.max(1, Math.ceil(total / pageSize));
  if (state.page > lastPage) return searchInEngine({ ...state, page: lastPage });

  const hits = (answers[0]?.hits ?? []).flatMap(hitOf);
  // The index follows the archive by a moment; what was withdrawn meanwhile must not be shown for its sake.
  const published = await findPublishedIds(hits.map(({ id }) => id));
  return {
    match,
    total,
    isCapped: false,
    page: state.page,
    hits: hits.filter(({ id }) => published.has(id)),
    counts: countsIn(answers),
  };
}
