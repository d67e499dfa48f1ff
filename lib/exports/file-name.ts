import { slugOf } from "@/lib/archive/slug";
import type { AnswerHead } from "./answer-head";

const longestWords = 50;

/**
 * The name under which a file of a search is kept: what was asked, and when. "search-missile-crisis-2026-11-27T2318Z.csv"; ASCII alone,
 * so that every system takes it.
 */
export function fileNameOf({ query, parameters, retrieved }: AnswerHead, ending: string): string {
  const asked = [query, ...Object.values(parameters).flat()].join(" ").trim();
  const words = asked === "" ? "all-records" : slugOf(asked).slice(0, longestWords).replace(/-+$/, "");
  const moment = retrieved.slice(0, 16).replaceAll(":", "");
  return `search-${words}-${moment}Z.${ending}`;
}
