import { findBestPassages, type BestPassage, type TellingWord } from "@/db/queries/search-hits";
import { Bits } from "./bits";
import { engineRanking } from "./engine-ranking";
import { fuse } from "./fusion";
import { isShort, matchedIn, type Matched, type Matching } from "./matching";
import { orderOf } from "./orders";
import { wantedIn } from "./resolved-query";
import { stretchOf } from "./selection";

/** The best by words alone that are put in order with the other rankings; beyond them the order by words holds. */
const candidates = 120;
/** Of these, the ones whose best passage is looked for. */
const withPassages = 60;
/** The ranking by words counts twice: neither of the others knows all that it weighs. */
const weights = { words: 2, passages: 1, engine: 1 };

/** The results of a search in order. */
export type Ranked = {
  readonly matched: Matched;
  readonly total: number;
  /** How many hold all that was asked. */
  readonly holdingAll: number;
  /** True where the engine should have had a say and is away. */
  readonly degraded: boolean;
  /** The best passages of the records that were looked at for it. */
  readonly passages: ReadonlyMap<number, BestPassage>;
  /** The records whose passages were looked for. */
  readonly lookedAt: ReadonlySet<number>;
  /** Numbers of the results from one place of the order to another. */
  readonly ids: (from: number, to: number) => number[];
};

const noPassages = { passages: new Map<number, BestPassage>(), lookedAt: new Set<number>() };

/** Puts the results of a search in order, the same from the first to the last. */
export async function rank(matching: Matching): Promise<Ranked> {
  const { state, catalogue, evaluation } = matching;
  const matched = matchedIn(matching);
  const [all, closest] = [matched.all.places(), matched.closest.places()];
  const holdingAll = all.length;
  const total = holdingAll + closest.length;
  const base = { matched, total, holdingAll };
  const idsOf = (places: Int32Array) => Array.from(places, (place) => catalogue.ids[place] ?? 0);
  if (state.sort !== "relevance" || !evaluation) {
    const places = joined(all, closest);
    const order = orderOf(catalogue, state.sort, null);
    return {
      ...base,
      ...noPassages,
      degraded: false,
      ids: (from, to) => idsOf(stretchOf(places, order, from, to)),
    };
  }
  const { first, degraded, passages, lookedAt } = await fusedFirst(matching, matched);
  const order = orderOf(catalogue, "relevance", evaluation.scores);
  const seen = new Bits(catalogue.live.size);
  for (const place of first) seen.add(place);
  const groups = isShort(matching) ? [all, closest] : [joined(all, closest)];
  const ordered = groups.map((places) => {
    const inGroup = new Set(places);
    const best = first.filter((place) => inGroup.has(place));
    return { best, rest: places.filter((place) => !seen.has(place)) };
  });
  return {
    ...base,
    degraded,
    passages,
    lookedAt,
    ids: (from, to) => {
      const ids: number[] = [];
      let start = 0;
      for (const { best, rest } of ordered) {
        const [low, high] = [Math.max(0, from - start), Math.max(0, to - start)];
        ids.push(
          ...best.slice(low, high).map((place) => catalogue.ids[place] ?? 0),
          ...idsOf(stretchOf(rest, order, Math.max(0, low - best.length), Math.max(0, high - best.length))),
        );
        start += best.length + rest.length;
      }
      return ids;
    },
  };
}

function joined(first: Int32Array, second: Int32Array): Int32Array {
  if (second.length === 0) return first;
  const both = new Int32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** The best results by all rankings together, best first. */
async function fusedFirst(matching: Matching, { all, closest }: Matched) {
  const { catalogue, evaluation, state, parsed } = matching;
  const either = all.copy().or(closest);
  const order = orderOf(catalogue, "relevance", evaluation?.scores ?? null);
  const byWords = [...stretchOf(either.places(), order, 0, candidates)];
  const idOf = (place: number) => catalogue.ids[place] ?? 0;
  const asksEngine = parsed.isPlain && state.scope === "everything" && byWords.length > 0;
  const lookedAt = byWords.slice(0, withPassages).map(idOf);
  const [passages, engine] = await Promise.all([
    findBestPassages(lookedAt, tellingWords(matching)),
    asksEngine ? engineRanking(state) : [],
  ]);
  const scores = fuse([
    { ids: byWords, weight: weights.words },
    {
      ids: passages
        .toSorted((a, b) => b.score - a.score || a.id - b.id)
        .map(({ id }) => catalogue.placeOf(id)),
      weight: weights.passages,
    },
    {
      ids: (engine ?? []).map(catalogue.placeOf).filter((place) => place >= 0 && either.has(place)),
      weight: weights.engine,
    },
  ]);
  const first = [...scores.keys()].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || order(a, b));
  return {
    first,
    degraded: engine === null,
    passages: new Map(passages.map((passage) => [passage.id, passage])),
    lookedAt: new Set(lookedAt),
  };
}

/** The words that passages are chosen by: all lexemes of what is wanted, the same weight for each form of a word. */
export function tellingWords({ query, evaluation }: Matching): TellingWord[] {
  const words = new Map<string, number>();
  for (const part of wantedIn(query)) {
    const lexemes = part.kind === "set" ? part.lexemes : part.alternatives.flatMap(({ lexemes: own }) => own);
    for (const lexeme of lexemes) words.set(lexeme, evaluation?.telling.get(lexeme) ?? 0);
  }
  return [...words].slice(0, mostPassageWords).map(([lexeme, telling]) => ({ lexeme, telling }));
}

/** Words that passages are chosen by; each is looked for in each. */
const mostPassageWords = 24;
