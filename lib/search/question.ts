import type { EngineQuestion } from "./engine";
import type { RecordDocument, SearchedAttribute } from "./document";
import { facetsToShow, type FacetName } from "./facets";
import { attributesOf } from "./scopes";
import { markEnd, markStart } from "./snippet";
import { sorts } from "./sorts";
import { daysOf, pageSize, type SearchState } from "./state";

/** What a hit shows, beside what is highlighted. */
const shownAttributes = [
  "id",
  "slug",
  "dateExpression",
  "dateEdtf",
  "typeNames",
  "people",
] as const satisfies readonly (keyof RecordDocument)[];

/**
 * Words of a snippet, by attribute. The title is always whole. Texts are not among them: the engine reads a text from end to end to
 * mark it, which costs ten times the search; `passages.ts` looks for the passage instead.
 */
const croppedAttributes: Readonly<Partial<Record<SearchedAttribute, number>>> = {
  summary: 60,
  names: 16,
  otherTitles: 24,
  subjects: 16,
  places: 16,
  collectionTitles: 16,
  dates: 24,
  references: 24,
};

/** The conditions of a search in the engine's filter language; the values of one facet are alternatives. */
export function engineFilter(state: SearchState, except?: FacetName): string[] {
  const { from, to } = daysOf(state);
  const chosen = Object.entries(state.filters).filter(([name]) => name !== except);
  return [
    ...chosen.map(
      ([name, values]) => `${name} IN [${values.map((value) => JSON.stringify(value)).join(", ")}]`,
    ),
    // A date that overlaps the span matches; a record without a date lies in no span.
    ...(from === null ? [] : [`dateLatest >= ${from}`]),
    ...(to === null ? [] : [`dateEarliest <= ${to}`]),
  ];
}

/**
 * The questions that one search puts to the engine: the page of results with the counts of all facets that are not chosen, and for
 * each chosen facet its counts without its own filter, so that a reader sees the alternatives.
 */
export function engineQuestions(state: SearchState, matchingStrategy: "all" | "frequency"): EngineQuestion[] {
  const shown = facetsToShow(state.filters);
  const chosen = shown.filter((name) => state.filters[name]);
  const attributes = attributesOf[state.scope];
  const order = sorts.find(({ value }) => value === state.sort)?.engine;
  const common = {
    q: state.query,
    matchingStrategy,
    ...(attributes && state.query ? { attributesToSearchOn: [...attributes] } : {}),
  };
  const cropped = Object.keys(croppedAttributes);
  return [
    {
      ...common,
      filter: engineFilter(state),
      facets: shown.filter((name) => !chosen.includes(name)),
      ...(order ? { sort: [order] } : {}),
      page: state.page,
      hitsPerPage: pageSize,
      attributesToRetrieve: [...shownAttributes],
      attributesToHighlight: state.query ? ["title", ...cropped] : ["title", "summary"],
      attributesToCrop: Object.entries(state.query ? croppedAttributes : { summary: 60 }).map(
        ([name, words]) => `${name}:${words}`,
      ),
      highlightPreTag: markStart,
      highlightPostTag: markEnd,
    },
    ...chosen.map((name) => ({
      ...common,
      filter: engineFilter(state, name),
      facets: [name],
      page: 1,
      hitsPerPage: 0,
      attributesToRetrieve: [],
    })),
  ];
}
