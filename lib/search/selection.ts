import type { Bits } from "./bits";

/** Puts the places of a stretch of an order where they belong, without sorting the rest: [from, to) of `places`, in order. */
export function stretchOf(
  places: Int32Array,
  compare: (a: number, b: number) => number,
  from: number,
  to: number,
): Int32Array {
  const end = Math.min(to, places.length);
  if (from >= end) return new Int32Array(0);
  if (from > 0) select(places, compare, from, 0, places.length - 1);
  if (end < places.length) select(places, compare, end, from, places.length - 1);
  return places.subarray(from, end).sort(compare);
}

/** Moves places so that the one at `rank` is the one that sorting would put there, smaller ones before it (Hoare's selection). */
function select(
  places: Int32Array,
  compare: (a: number, b: number) => number,
  rank: number,
  first: number,
  last: number,
): void {
  let low = first;
  let high = last;
  while (low < high) {
    const pivot = places[(low + high) >>> 1] ?? 0;
    let left = low;
    let right = high;
    while (left <= right) {
      while (compare(places[left] ?? 0, pivot) < 0) left += 1;
      while (compare(places[right] ?? 0, pivot) > 0) right -= 1;
      if (left > right) break;
      const swapped = places[left] ?? 0;
      places[left] = places[right] ?? 0;
      places[right] = swapped;
      left += 1;
      right -= 1;
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else return;
  }
}

/** How many candidates are gathered before they are sorted, for each one wanted. */
const gathered = 4;

/**
 * The places with the highest scores, best first by `compare`, which must put higher scores first; places without a score are left out.
 * Nearly all places of a large set are passed over after one look.
 */
export function bestOf(
  places: Bits,
  scores: Float32Array,
  compare: (a: number, b: number) => number,
  wanted: number,
): number[] {
  let candidates: number[] = [];
  let lowest = 0;
  const sift = () => {
    candidates = candidates.sort(compare).slice(0, wanted);
    if (candidates.length === wanted) lowest = scores[candidates[wanted - 1] ?? 0] ?? 0;
  };
  places.each((place) => {
    const score = scores[place] ?? 0;
    if (score === 0 || score < lowest) return;
    candidates.push(place);
    if (candidates.length >= gathered * wanted) sift();
  });
  sift();
  return candidates;
}
