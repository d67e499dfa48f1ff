import { noDay } from "@/db/queries/search-catalogue";
import type { Catalogue } from "./catalogue";
import type { SearchSort } from "./sorts";

type Compare = (a: number, b: number) => number;

/** The orders of places in which results can stand, each to the last one: equal ones stand by date, then by number. */
export function orderOf(catalogue: Catalogue, sort: SearchSort, scores: Float32Array | null): Compare {
  const { earliest, added, ids } = catalogue;
  const byId: Compare = (a, b) => (ids[a] ?? 0) - (ids[b] ?? 0);
  // Undated records stand last, whatever the direction.
  const byDate =
    (direction: 1 | -1): Compare =>
    (a, b) => {
      const first = earliest[a] ?? noDay;
      const second = earliest[b] ?? noDay;
      if (first === second) return byId(a, b);
      if (first === noDay) return 1;
      return second === noDay ? -1 : (first - second) * direction;
    };
  const oldest = byDate(1);
  switch (sort) {
    case "newest":
      return byDate(-1);
    case "added":
      return (a, b) => (added[b] ?? 0) - (added[a] ?? 0) || (ids[b] ?? 0) - (ids[a] ?? 0);
    case "relevance":
      return scores ? (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || oldest(a, b) : oldest;
    case "oldest":
      return oldest;
  }
}
