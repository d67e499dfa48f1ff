import { findPublishedTexts } from "@/db/queries/search-documents";
import { withAnchors } from "./anchors";
import { ask, type EngineAnswer, type EngineHit } from "./engine";
import type { SearchedAttribute } from "./document";
import type { FacetCounts, FacetName } from "./facets";
import { facetsToShow } from "./facets";
import { passageFinder, passageIn } from "./passages";
import { engineQuestions } from "./question";
import type { SearchHit } from "./results";
import { fragmentsOf, hasMatch, matchCount, tellsMore } from "./snippet";
import { pageSize, type SearchState } from "./state";

/** What a search found, before its facets have labels. */
export type Found = {
  readonly match: "all" | "some" | "similar";
  readonly total: number;
  /** How many of these hold all words; the others, which follow, hold some. */
  readonly holdingAll: number;
  readonly isCapped: boolean;
  readonly page: number;
  readonly hits: readonly SearchHit[];
  readonly counts: ReadonlyMap<FacetName, FacetCounts>;
};

/** Where words are found beside title, summary and text, and what the page calls it. */
const elsewhere = [
  { name: "names", field: "Names" },
  { name: "otherTitles", field: "Other title" },
  { name: "subjects", field: "Subjects" },
  { name: "places", field: "Places" },
  { name: "collectionTitles", field: "Collection" },
  { name: "dates", field: "Date" },
  { name: "references", field: "Reference" },
] as const satisfies readonly { name: SearchedAttribute; field: string }[];

/** Characters of a text that a passage is looked for in. */
const passageText = 50_000;

/**
 * The hits with their passages: of the text where it holds more of the words than the summary, else of the summary; the beginning
 * where neither holds any. The index follows the archive by a moment; what was withdrawn meanwhile is left out.
 */
export async function hitsOf(found: readonly EngineHit[], query: string): Promise<SearchHit[]> {
  const isWanted = passageFinder(query);
  const asked = matchCount(fragmentsOf(passageIn(query, isWanted)));
  const unexplained = found.flatMap(({ id, _formatted: { summary = "" } = {} }) =>
    id === undefined || (summary && matchCount(fragmentsOf(summary)) >= asked) ? [] : [id],
  );
  const texts = await findPublishedTexts(
    found.flatMap(({ id }) => id ?? []),
    unexplained,
    query === "" ? passageText / 50 : passageText,
  );
  const hits = found.flatMap((hit) => {
    const { id, slug, _formatted: marked = {} } = hit;
    const text = id === undefined ? undefined : texts.get(id);
    if (id === undefined || slug === undefined || text === undefined) return [];
    const passage = passageIn(text, isWanted);
    const summary = marked.summary ?? "";
    const usesText = tellsMore(passage, summary);
    const shown = usesText ? passage : summary;
    const other = elsewhere.find(({ name }) => hasMatch(marked[name] ?? ""));
    const isSeen = hasMatch(marked.title ?? "") || hasMatch(shown);
    return {
      id,
      slug,
      title: fragmentsOf(marked.title ?? ""),
      dateExpression: hit.dateExpression ?? null,
      dateEdtf: hit.dateEdtf ?? null,
      snippet: shown ? { field: usesText ? "Text" : null, fragments: fragmentsOf(shown) } : null,
      foundIn:
        other && !isSeen ? { field: other.field, fragments: fragmentsOf(marked[other.name] ?? "") } : null,
      types: hit.typeNames ?? [],
      people: hit.people ?? [],
      places: [],
      reasons: [],
    };
  });
  return withAnchors(hits);
}

/** What several answers counted, by facet. */
export function countsIn(answers: readonly EngineAnswer[]): Map<FacetName, FacetCounts> {
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

  return {
    match,
    total,
    holdingAll: match === "all" ? total : 0,
    isCapped: false,
    page: state.page,
    hits: await hitsOf(answers[0]?.hits ?? [], state.query),
    counts: countsIn(answers),
  };
}
