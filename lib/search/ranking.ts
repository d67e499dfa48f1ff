import { findBestPassages, type BestPassage, type TellingWord } from "@/db/queries/search-hits";
import type { Bits } from "./bits";
import type { Catalogue } from "./catalogue";
import { engineRanking } from "./engine-ranking";
import { fuse } from "./fusion";
import { isShort, matchedIn, type Matched, type Matching } from "./matching";
import { orderOf } from "./orders";
import { wantedIn } from "./resolved-query";
import { bestOf, stretchOf } from "./selection";

/** The best by words alone that are put in order with the other rankings; beyond them the order by words holds. */
const candidates = 120;
/** Of these, the ones whose best passage is looked for. */
const withPassages = 60;
/** The ranking by words counts twice: neither of the others knows all that it weighs. */
const weights = { words: 2, passages: 1, engine: 1 };

/** The results of a search in order. */
export type Ranked = {
  readonly matched: Matched;
  /** All of them. */
  readonly found: Bits;
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
  const found = matched.all.copy().or(matched.closest);
  const base = { matched, found, total: found.count(), holdingAll: matched.all.count() };
  if (state.sort !== "relevance" || !evaluation) {
    const places = found.places();
    const order = orderOf(catalogue, state.sort, null);
    const ids = (from: number, to: number) => idsOf(catalogue, stretchOf(places, order, from, to));
    return { ...base, ...noPassages, degraded: false, ids };
  }
  const { first, ...fused } = await fusedFirst(matching, found);
  const order = orderOf(catalogue, "relevance", evaluation.scores);
  const groups = isShort(matching) ? [matched.all, matched.closest] : [found];
  return { ...base, ...fused, ids: inGroups(catalogue, groups, first, order) };
}

const idsOf = ({ ids }: Catalogue, places: Iterable<number>) =>
  Array.from(places, (place) => ids[place] ?? 0);

/** Gives stretches of groups one after the other: in each the records that were put in order by all rankings first, then the rest. */
function inGroups(
  catalogue: Catalogue,
  groups: readonly Bits[],
  first: readonly number[],
  order: (a: number, b: number) => number,
): (from: number, to: number) => number[] {
  const parts = groups.map((group) => {
    const best = first.filter((place) => group.has(place));
    return { best, size: group.count(), rest: onceOnly(() => restOf(group, best)) };
  });
  return (from, to) => {
    const ids: number[] = [];
    let start = 0;
    for (const { best, size, rest } of parts) {
      const [low, high] = [Math.max(0, from - start), Math.max(0, to - start)];
      ids.push(...idsOf(catalogue, best.slice(low, high)));
      // Most readers never come to the rest, and a large one takes time to gather.
      if (high > best.length && low < size)
        for (const id of idsOf(
          catalogue,
          stretchOf(rest(), order, Math.max(0, low - best.length), high - best.length),
        ))
          ids.push(id);
      start += size;
    }
    return ids;
  };
}

function restOf(group: Bits, best: readonly number[]): Int32Array {
  const rest = group.copy();
  for (const place of best) rest.remove(place);
  return rest.places();
}

function onceOnly<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The best results by all rankings together, best first. */
async function fusedFirst(matching: Matching, found: Bits) {
  const { catalogue, evaluation, state, parsed } = matching;
  const scores = evaluation?.scores ?? new Float32Array(0);
  const order = orderOf(catalogue, "relevance", scores);
  const byWords = bestOf(found, scores, order, candidates);
  const asksEngine = parsed.isPlain && state.scope === "everything" && byWords.length > 0;
  const lookedAt = idsOf(catalogue, byWords.slice(0, withPassages));
  const [passages, engine] = await Promise.all([
    findBestPassages(lookedAt, tellingWords(matching)),
    asksEngine ? engineRanking(state) : [],
  ]);
  const fused = fuse([
    { ids: byWords, weight: weights.words },
    {
      ids: passages
        .toSorted((a, b) => b.score - a.score || a.id - b.id)
        .map(({ id }) => catalogue.placeOf(id)),
      weight: weights.passages,
    },
    {
      ids: (engine ?? []).map(catalogue.placeOf).filter((place) => place >= 0 && found.has(place)),
      weight: weights.engine,
    },
  ]);
  return {
    first: [...fused.keys()].sort((a, b) => (fused.get(b) ?? 0) - (fused.get(a) ?? 0) || order(a, b)),
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
