import { findPublishedIds } from "@/db/queries/search-documents";
import { ask, type EngineAnswer, type EngineHit } from "./engine";
import type { SearchedAttribute } from "./document";
import type { FacetCounts, FacetName } from "./facets";
import { facetsToShow } from "./facets";
import { engineQuestions } from "./question";
import type { Passage, SearchHit } from "./results";
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

/** What a reader is shown of a record, the first that matches or else the first there is. */
const told = [
  { name: "summary", field: null },
  { name: "text", field: "Text" },
] as const satisfies readonly FieldName[];

/** Where else words are found, and what the page calls it. */
const elsewhere = [
  { name: "names", field: "Names" },
  { name: "otherTitles", field: "Other title" },
  { name: "subjects", field: "Subjects" },
  { name: "places", field: "Places" },
  { name: "collectionTitles", field: "Collection" },
  { name: "references", field: "Reference" },
] as const satisfies readonly FieldName[];

type FieldName = { readonly name: SearchedAttribute; readonly field: string | null };
type MarkedTexts = Partial<Record<SearchedAttribute, string>>;

const passageOf = (marked: MarkedTexts, shown: FieldName | undefined): Passage | null =>
  shown ? { field: shown.field, fragments: fragmentsOf(marked[shown.name] ?? "") } : null;

function passagesOf(marked: MarkedTexts): Pick<SearchHit, "snippet" | "foundIn"> {
  const matches = ({ name }: FieldName) => hasMatch(marked[name] ?? "");
  const matching = told.find(matches);
  const isSeen = matching !== undefined || hasMatch(marked.title ?? "");
  return {
    snippet: passageOf(marked, matching ?? told.find(({ name }) => marked[name])),
    foundIn: isSeen ? null : passageOf(marked, elsewhere.find(matches)),
  };
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
      ...passagesOf(marked),
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
