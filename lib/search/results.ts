import type { FacetName } from "./facets";
import type { Fragment } from "./snippet";

/** A stretch of a record with the name of the field it stands in. */
export type Passage = { readonly field: string | null; readonly fragments: readonly Fragment[] };

/** A record as the results show it. */
export type SearchHit = {
  readonly id: number;
  readonly slug: string;
  readonly title: readonly Fragment[];
  readonly dateExpression: string | null;
  readonly dateEdtf: string | null;
  /** The passage of the summary or a text that matched, else how they begin; `field` is null for the summary. */
  readonly snippet: Passage | null;
  /** The paragraph ("p12") in which a passage of a text stands; null where the snippet is none. */
  readonly anchor: string | null;
  /** Where the words were found if neither the title nor the snippet holds them: a name, a subject, a reference. */
  readonly foundIn: Passage | null;
  readonly types: readonly string[];
  readonly people: readonly string[];
};

export type FacetValue = {
  readonly value: string;
  readonly label: string;
  /** Null for a chosen value that is too rare to be among the counted ones. */
  readonly count: number | null;
  readonly isChosen: boolean;
};

export type FacetResult = {
  readonly name: FacetName;
  readonly label: string;
  /** Chosen values first, then by count, or by the value itself where it is a time. */
  readonly values: readonly FacetValue[];
  /** How many more were counted; they are listed when `show` asks for this facet. */
  readonly more: number;
  /** True where even rarer values exist that are not counted. */
  readonly isCut: boolean;
};

/**
 * The outcome of a search. `found` also when nothing was: an empty list is an answer. `refused` when neither the engine nor
 * PostgreSQL could answer in time; trying again or a narrower question may help.
 */
export type SearchResults =
  | {
      readonly status: "found";
      /** True where PostgreSQL answered because the engine is away. */
      readonly degraded: boolean;
      /** All words are in each result; or only some; or, degraded, similar ones in the title or summary. */
      readonly match: "all" | "some" | "similar";
      readonly total: number;
      /** How many of these hold all words; the others, which follow, hold some. */
      readonly holdingAll: number;
      /** True where there are more than were counted; only where PostgreSQL answered. */
      readonly isCapped: boolean;
      /** The page shown: the last one where the address asked for a later one. */
      readonly page: number;
      readonly pages: number;
      readonly hits: readonly SearchHit[];
      readonly facets: readonly FacetResult[];
    }
  | { readonly status: "refused" };
