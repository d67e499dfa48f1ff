import { rankRecords, type Ranking } from "@/db/queries/record-ranking";
import { isTimeout } from "@/db/queries/search-fallback";
import { subjectOfQuestion } from "@/lib/archive/request-words";
import { ask, type EngineHit, type EngineQuestion } from "./engine";
import { countsIn, hitsOf, type Found } from "./engine-search";
import type { FacetCounts, FacetName } from "./facets";
import { fuse } from "./fusion";
import { markedHit } from "./marked-hit";
import { engineFilter, engineQuestions } from "./question";
import { daysOf, pageSize, type SearchState } from "./state";

/** The engine's best matches that are put in order together with the ranking; beyond them its own order holds. */
const window = 400;
/** Records with only some of the words that may follow those with all. */
const mostClosest = 400;
/** Records that the ranking is asked for. */
const mostRanked = 1_000;
/** Of so few words each counts: records with all of them come first. More are a description, of which any record holds only some. */
const fewWords = 3;

/** Whether a search is put in order by both rankings: one by relevance, in everything, for words of which none is excluded. */
export const isRanked = ({ query, scope, sort }: SearchState): boolean =>
  query !== "" && scope === "everything" && sort === "relevance" && !/(?:^|\s)-\S|["“”„«»]/.test(query);

/** Both rankings' answers for a state, and which of the ranked records hold all words. */
type Both = {
  readonly ranking: Ranking;
  /** The engine's best, with all words, best first. */
  readonly best: readonly number[];
  /** How many hold all words. */
  readonly total: number;
  /** Ranked records with all words that are not among the engine's best. */
  readonly beyond: readonly number[];
};

const idsOf = (hits: readonly EngineHit[] | undefined) => (hits ?? []).flatMap(({ id }) => id ?? []);
const idFilter = (ids: readonly number[], not = "") => `id ${not}IN [${ids.join(", ")}]`;

const base = (state: SearchState) => ({
  q: state.query,
  matchingStrategy: "all" as const,
  filter: engineFilter(state),
});

async function askBoth(state: SearchState): Promise<Both | null> {
  const { from, to } = daysOf(state);
  const [ranking, [engine]] = await Promise.all([
    rankRecords(
      { words: subjectOfQuestion(state.query), filters: state.filters, from, to },
      mostRanked,
    ).catch(nullWhenSlow),
    ask([{ ...base(state), page: 1, hitsPerPage: window, attributesToRetrieve: ["id"] }]),
  ]);
  if (!ranking) return null;
  const best = idsOf(engine?.hits);
  const total = engine?.total ?? 0;
  const known = new Set(best);
  const others = ranking.records.map(({ id }) => id).filter((id) => !known.has(id));
  return { ranking, best, total, beyond: total > best.length ? await holdingAll(state, others) : [] };
}

/** Of these records, those that the engine finds all words in. */
async function holdingAll(state: SearchState, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const filter = [...engineFilter(state), idFilter(ids)];
  const [answer] = await ask([{ ...base(state), filter, limit: ids.length, attributesToRetrieve: ["id"] }]);
  return idsOf(answer?.hits);
}

/** Records that hold some of the words, to follow those that hold all: none where enough hold all. */
function closestOf({ ranking, best, beyond, total }: Both): number[] {
  if (ranking.words < 2 || (ranking.words <= fewWords && total >= mostClosest)) return [];
  const all = new Set([...best, ...beyond]);
  return ranking.records
    .map(({ id }) => id)
    .filter((id) => !all.has(id))
    .slice(0, mostClosest);
}

/**
 * Answers a search in the order of two rankings fused: the engine's, which forgives typing errors, and PostgreSQL's BM25F, which weighs
 * how telling each word is. Records with all words are all there; the closest of those with some follow. The order is one and the same
 * from the first page to the last. Null where the second ranking took too long. Throws `EngineAway`.
 */
export async function searchRanked(state: SearchState): Promise<Found | null> {
  const both = await askBoth(state);
  if (!both) return null;
  const closest = closestOf(both);
  const isShort = both.ranking.words <= fewWords;
  const order = fuse(
    both.ranking.records.map(({ id }) => id),
    both.best,
    { all: [...both.best, ...both.beyond], closest, isShort },
  );
  const total = both.total + closest.length;
  const page = Math.min(state.page, Math.max(1, Math.ceil(total / pageSize)));
  const shown = order.slice((page - 1) * pageSize, page * pageSize);
  const room = pageSize - shown.length;
  const after = Math.max(0, (page - 1) * pageSize - order.length);
  const [answers, counts] = await Promise.all([
    ask(pageQuestions(state, { shown, tail: { skip: window + after, take: room, without: both.beyond } })),
    countBoth(state, closest),
  ]);
  return {
    match: both.total > 0 ? "all" : "some",
    total,
    holdingAll: both.total,
    isCapped: false,
    page,
    hits: await hitsOf(
      inOrder(
        shown,
        answers.map(({ hits }) => hits),
        state.query,
      ),
      state.query,
    ),
    counts,
  };
}

type Page = { shown: readonly number[]; tail: { skip: number; take: number; without: readonly number[] } };

/** The questions that fetch a page: its records with the engine's marks, all of its records, and the engine's own further order. */
function pageQuestions(state: SearchState, { shown, tail }: Page): EngineQuestion[] {
  const [full] = engineQuestions(state, "all");
  if (!full) return [];
  const { page: _page, hitsPerPage: _size, facets: _facets, ...question } = full;
  const filter = engineFilter(state);
  const some: EngineQuestion[] =
    shown.length === 0
      ? []
      : [
          { ...question, filter: [idFilter(shown)], limit: shown.length },
          { q: "", filter: [idFilter(shown)], limit: shown.length },
        ];
  const rest: EngineQuestion[] =
    tail.take === 0
      ? []
      : [
          {
            ...question,
            filter: tail.without.length > 0 ? [...filter, idFilter(tail.without, "NOT ")] : filter,
            offset: tail.skip,
            limit: tail.take,
          },
        ];
  return [...some, ...rest];
}

/** The hits of a page in their order: the engine's marks where it made them, our own elsewhere, then the engine's further hits. */
function inOrder(
  shown: readonly number[],
  answers: readonly (readonly EngineHit[])[],
  query: string,
): EngineHit[] {
  const [marked = [], plain = [], tail = []] = shown.length === 0 ? [[], [], answers[0] ?? []] : answers;
  const byId = new Map([...plain.map((hit) => markedHit(hit, query)), ...marked].map((hit) => [hit.id, hit]));
  return [...shown.flatMap((id) => byId.get(id) ?? []), ...tail];
}

/** The counts of the facets over both groups of results; a chosen facet is counted as if it were not chosen. */
async function countBoth(
  state: SearchState,
  closest: readonly number[],
): Promise<ReadonlyMap<FacetName, FacetCounts>> {
  const [main, ...chosen] = engineQuestions(state, "all");
  if (!main) return new Map();
  const sets = await Promise.all(
    chosen.map(async ({ facets }) => {
      const name = facets?.[0];
      const { [name as FacetName]: _, ...filters } = state.filters;
      const both = closest.length > 0 ? await askBoth({ ...state, filters }) : null;
      return both ? closestOf(both) : [];
    }),
  );
  const questions = [main, ...chosen].map(({ hitsPerPage: _size, ...question }) => ({
    ...question,
    hitsPerPage: 0,
  }));
  const some = [closest, ...sets].map((ids, index) => ({
    q: "",
    filter: [idFilter(ids)],
    facets: questions[index]?.facets ?? [],
    page: 1,
    hitsPerPage: 0,
  }));
  const answers = await ask([...questions, ...some.filter(({ filter }) => filter[0] !== idFilter([]))]);
  return added(answers.map((answer) => countsIn([answer])));
}

function added(all: readonly ReadonlyMap<FacetName, FacetCounts>[]): Map<FacetName, FacetCounts> {
  const sums = new Map<FacetName, Map<string, number>>();
  for (const counts of all)
    for (const [name, values] of counts) {
      const sum = sums.get(name) ?? new Map<string, number>();
      for (const [value, count] of values) sum.set(value, (sum.get(value) ?? 0) + count);
      sums.set(name, sum);
    }
  return new Map([...sums].map(([name, sum]) => [name, [...sum]]));
}

function nullWhenSlow(error: unknown): null {
  if (isTimeout(error)) return null;
  throw error;
}
