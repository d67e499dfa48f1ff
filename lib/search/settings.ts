import { createHash } from "node:crypto";
import type { Settings } from "meilisearch";
import { documentShape, searchedAttributes } from "./document";
import { facets } from "./facets";

/** What the engine is told about every index of records. */
export const indexSettings = {
  searchableAttributes: [...searchedAttributes],
  filterableAttributes: ["id", ...facets.map(({ name }) => name), "dateEarliest", "dateLatest"],
  sortableAttributes: ["dateEarliest", "addedAt"],
  // A chosen order comes first and is kept strictly; equally good matches stand in the order of the listing, by date.
  rankingRules: [
    "sort",
    "words",
    "typo",
    "proximity",
    "attribute",
    "exactness",
    "dateEarliest:asc",
    "addedAt:asc",
  ],
  // Distances between words are not kept for each pair: indexing takes half the time and long queries a fifth.
  proximityPrecision: "byAttribute",
  // A year or a document number that differs by a digit is another one.
  typoTolerance: { minWordSizeForTypos: { oneTypo: 5, twoTypos: 8 }, disableOnNumbers: true },
  // Every result can be paged to, and totals are exact.
  pagination: { maxTotalHits: 1_000_000 },
} satisfies Settings;

/** The version of settings and documents: an index built from another one is stale. */
export const indexVersion: string = createHash("sha256")
  .update(JSON.stringify([documentShape, indexSettings]))
  .digest("hex")
  .slice(0, 16);
