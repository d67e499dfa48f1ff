/** Reciprocal rank fusion (Cormack, Clarke, Büttcher, SIGIR 2009): how fast a place in a ranking loses its worth. */
const smoothing = 10;

/** A ranking, best first, and how much it counts. */
export type WeighedRanking = { readonly ids: readonly number[]; readonly weight: number };

/** What several rankings together say of each id that any of them names: the higher, the better. */
export function fuse(rankings: readonly WeighedRanking[]): Map<number, number> {
  const scores = new Map<number, number>();
  for (const { ids, weight } of rankings)
    for (const [rank, id] of ids.entries())
      scores.set(id, (scores.get(id) ?? 0) + weight / (smoothing + rank + 1));
  return scores;
}
