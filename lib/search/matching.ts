import { facetNames, findFacetValues } from "@/db/queries/search-facets";
import type { Dimension } from "@/db/queries/search-catalogue";
import { parseQuery } from "@/lib/archive/parse-query";
import { subjectOfQuestion } from "@/lib/archive/request-words";
import type { ParsedQuery, QueryNode, WordField } from "@/lib/archive/search-query";
import { Bits } from "./bits";
import { doubtCatalogue, presentCatalogue, type Catalogue } from "./catalogue";
import { evaluate, type Evaluation } from "./evaluation";
import type { FacetFilters } from "./facets";
import { narrowed, narrowing, type Conditions, type Narrowing, type Values } from "./narrowing";
import { orderOf } from "./orders";
import { postingsOf } from "./postings";
import { TooMuchAsked } from "./refusal";
import { resolveQuery } from "./resolve-query";
import { lexemesIn, wantedIn, type ResolvedQuery } from "./resolved-query";
import { fieldOfScope } from "./scopes";
import { bestOf } from "./selection";
import { daysOf, type SearchState } from "./state";
import { plainWords, widenQuery } from "./widen-query";

/** Records with only some of the words follow those with all where these are fewer; as many of the closest are always among the results. */
const mostClosest = 400;
/** Others come near enough whose score is this share of the best. */
const nearness = 0.15;
/** Of so few words each counts: records with all of them come first. More are a description, of which any record holds only some. */
const fewWords = 3;
/** Words from which on a query is a sentence, in which words of asking are not what is looked for. */
const wordsOfSentence = 5;
/** Words, with all that they may mean besides, that one search may look for; beginnings of words make them many. */
const mostLexemes = 2_000;
/** How often a search follows an archive that changes while it reads. */
const attempts = 4;

/** What a search matches, before it is put in order. */
export type Matching = {
  readonly state: SearchState;
  readonly parsed: ParsedQuery;
  readonly catalogue: Catalogue;
  /** Null where nothing is asked in words. */
  readonly query: ResolvedQuery | null;
  readonly evaluation: Evaluation | null;
  /** Records that hold some of what is asked. */
  readonly closest: Bits;
  readonly conditions: Conditions;
  readonly narrowing: Narrowing;
};

/** Finds what matches a search. Throws PostgreSQL's 57014 where a part takes too long, and `TooMuchAsked`. */
export async function match(state: SearchState): Promise<Matching> {
  const parsed = parseQuery(state.query);
  const node = scoped(withoutAsking(parsed), fieldOfScope[state.scope]);
  const [chosen, excluded] = await Promise.all([valuesOf(state.filters), valuesOf(state.excluded)]);
  const conditions = { chosen, excluded, days: { ...daysOf(state), certain: state.certain } };
  for (let attempt = 1; ; attempt += 1) {
    const catalogue = await presentCatalogue();
    const query = node && (await resolveQuery(node, catalogue));
    const outcome = query && (await evaluateWidened(query, node, catalogue, state.exact));
    if (query && !outcome && attempt < attempts) {
      doubtCatalogue();
      continue;
    }
    return {
      state,
      parsed,
      catalogue,
      query: outcome?.query ?? null,
      evaluation: outcome?.evaluation ?? null,
      closest: outcome
        ? closestOf(parsed, outcome.query, outcome.evaluation, catalogue)
        : new Bits(catalogue.live.size),
      conditions,
      narrowing: narrowing(catalogue, conditions),
    };
  }
}

/** Evaluates a query with what it may mean besides; null where the archive's postings changed meanwhile. */
async function evaluateWidened(
  query: ResolvedQuery,
  node: QueryNode,
  catalogue: Catalogue,
  isExact: boolean,
) {
  const lexemes = [...new Set(lexemesIn(query))];
  if (lexemes.length > mostLexemes) throw new TooMuchAsked();
  const postings = await postingsOf(lexemes, catalogue.generation);
  if (!postings) return null;
  if (isExact) return { query, evaluation: evaluate(query, postings, catalogue) };
  const widened = await widenQuery(query, plainWords(node), { postings, catalogue });
  const all = widened === query ? postings : await postingsOf(lexemesIn(widened), catalogue.generation);
  return all && { query: widened, evaluation: evaluate(widened, all, catalogue) };
}

/** A query that is looked for in one field. */
const scoped = (node: QueryNode | null, field: WordField | null): QueryNode | null =>
  node && field ? { kind: "field", field, part: node } : node;

/** A sentence without the words by which people ask an archivist; other queries as they are. */
function withoutAsking({ node, isPlain }: ParsedQuery): QueryNode | null {
  if (node?.kind !== "and" || !isPlain || node.parts.length < wordsOfSentence) return node;
  const words = plainWords(node) ?? [];
  const kept = new Set(subjectOfQuestion(words.join(" ")).split(" "));
  return { kind: "and", parts: node.parts.filter((part) => part.kind !== "word" || kept.has(part.text)) };
}

async function valuesOf(filters: FacetFilters): Promise<Values> {
  const names = facetNames.filter((name) => filters[name]);
  // What names nothing (any more) is a condition that no record meets.
  const values = new Map<Dimension, string[]>(names.map((name) => [name, []]));
  if (names.length === 0) return values;
  for (const { facet, value } of await findFacetValues(filters)) values.get(facet)?.push(value);
  return values;
}

/** The records of a search under its narrowing, or under that of all facets but one: those with all that is asked, and the closest others. */
export type Matched = { readonly all: Bits; readonly closest: Bits };

export function matchedIn(
  { narrowing: own, evaluation, closest, catalogue }: Matching,
  except?: Dimension,
): Matched {
  const allowed = narrowed(own, except);
  if (!evaluation) return { all: allowed, closest: new Bits(catalogue.live.size) };
  return { all: evaluation.found.copy().and(allowed), closest: closest.copy().and(allowed) };
}

/**
 * Records that hold some of what is asked and come near those that hold all: a set of its own that filters only narrow, so that what is counted
 * for a filter is what it leaves. None where each word counts and enough records hold them all.
 */
function closestOf(
  parsed: ParsedQuery,
  query: ResolvedQuery | null,
  { found, scores }: Evaluation,
  catalogue: Catalogue,
): Bits {
  const closest = new Bits(catalogue.live.size);
  const words = wordsWanted(query);
  if (!parsed.isPlain || words < 2) return closest;
  if (words <= fewWords && found.copy().and(catalogue.live).count() >= mostClosest) return closest;
  const others = catalogue.live.copy().without(found);
  const best = bestOf(others, scores, orderOf(catalogue, "relevance", scores), mostClosest);
  let highest = 0;
  catalogue.live.each((place) => {
    highest = Math.max(highest, scores[place] ?? 0);
  });
  others.each((place) => {
    if ((scores[place] ?? 0) >= highest * nearness) closest.add(place);
  });
  for (const place of best) closest.add(place);
  return closest;
}

/** The words that were typed, without common ones; those of a name count one by one, for a record may hold some of them. */
const wordsWanted = (query: ResolvedQuery | null): number =>
  wantedIn(query).reduce(
    (sum, part) => sum + (part.kind === "term" ? (part.alternatives[0]?.lexemes.length ?? 0) : 1),
    0,
  );

/** Whether each word counts, so that records with all of them come first. */
export const isShort = ({ query }: Matching): boolean => wordsWanted(query) <= fewWords;
