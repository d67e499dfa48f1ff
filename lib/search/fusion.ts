/** Reciprocal rank fusion (Cormack, Clarke, Büttcher, SIGIR 2009): how fast a place in a ranking loses its worth. */
const smoothing = 10;
/** The ranking that weighs words counts twice: the engine's knows neither how rare a word is nor how long a text. */
const weights = { ranking: 2, engine: 1 };

type Groups = {
  /** Records with all words, and those with some. */
  readonly all: readonly number[];
  readonly closest: readonly number[];
  /** Whether all words come before some. */
  readonly isShort: boolean;
};

/** The order of the records of both groups by two rankings fused; equal ones by their number, so that it never changes. */
export function fuse(
  ranking: readonly number[],
  engine: readonly number[],
  { all, closest, isShort }: Groups,
): number[] {
  const scores = new Map<number, number>();
  for (const [list, weight] of [
    [ranking, weights.ranking],
    [engine, weights.engine],
  ] as const)
    for (const [index, id] of list.entries())
      scores.set(id, (scores.get(id) ?? 0) + weight / (smoothing + index + 1));
  const sorted = (ids: readonly number[]) =>
    ids.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b);
  return isShort ? [...sorted(all), ...sorted(closest)] : sorted([...all, ...closest]);
}
