import type { FacetName } from "./facets";
import type { Fragment } from "./snippet";
import type { SearchState } from "./state";

/** A stretch of a record with the name of the field it stands in. */
export type Passage = { readonly field: string | null; readonly fragments: readonly Fragment[] };

/** Why a record was found: a word as asked, and the fields that hold it, in the order of their weight. */
export type Reason = {
  /** As the reader wrote it. */
  readonly word: string;
  /** The form found in its place: another spelling or another name of the same person or place; null where it is the word itself. */
  readonly as: string | null;
  readonly fields: readonly string[];
};

/** A record as the results show it. */
export type SearchHit = {
  readonly id: number;
  readonly slug: string;
  readonly title: readonly Fragment[];
  readonly dateExpression: string | null;
  readonly dateEdtf: string | null;
  /** The passage of the summary or a text that matched, else how they begin; `field` is null for the summary. */
  readonly snippet: Passage | null;
  /** The paragraph ("p12") or note ("n3") in which a passage of a text stands; null where the snippet is none. */
  readonly anchor: string | null;
  /** What to mark in the record once it is opened, as words, "phrases" and beginnings*: what was asked for, and the other forms of it that the record has. */
  readonly marks: string;
  /** Where the words were found if neither the title nor the snippet holds them: a name, a subject, a reference. */
  readonly foundIn: Passage | null;
  readonly types: readonly string[];
  readonly people: readonly string[];
  readonly places: readonly string[];
  /** Empty where nothing was asked in words. */
  readonly reasons: readonly Reason[];
};

export type FacetValue = {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  /** Chosen: results have it. Excluded: results do not have it, and `count` says how many that hides. */
  readonly state: "offered" | "chosen" | "excluded";
  /** In hierarchical facets how many broader values stand above it in the list; else 0. */
  readonly depth: number;
  /** In hierarchical facets whether narrower values exist among the results; they are listed once it is chosen. */
  readonly hasNarrower: boolean;
};

export type FacetResult = {
  readonly name: FacetName;
  readonly label: string;
  /** The values seen at first: chosen and excluded ones, and the most frequent; times in their order. */
  readonly values: readonly FacetValue[];
  /** How many further values have results; the page of the facet lists them. */
  readonly more: number;
};

/** The results by time. A record is counted in each bar that its date may lie in, as a search for the bar's days finds it. */
export type Histogram = {
  readonly unit: "century" | "decade" | "year" | "month";
  readonly bars: readonly {
    readonly label: string;
    readonly count: number;
    /** What `from` and `to` of a search for this bar are: "1962-10". */
    readonly from: string;
    readonly to: string;
  }[];
  /** Results without a date. */
  readonly undated: number;
};

/** What was looked for besides a word as typed: other names of the same person or place, or like words where it looks misspelt. */
export type Widening = {
  readonly kind: "name" | "spelling";
  readonly typed: string;
  /** Only forms that results hold. */
  readonly also: readonly string[];
};

/** Why nothing was found: what each word and filter finds alone, and the nearest searches that find something. */
export type Emptiness = {
  readonly parts: readonly { readonly label: string; readonly alone: number }[];
  readonly offers: readonly { readonly label: string; readonly total: number; readonly state: SearchState }[];
};

export type SearchResults =
  | {
      readonly status: "found";
      /** True where the search engine is away: the order then follows PostgreSQL's ranking alone. */
      readonly degraded: boolean;
      readonly total: number;
      /** How many of these hold all that was asked; the others, which follow, hold some of the words. */
      readonly holdingAll: number;
      /** The page shown: the last one where the address asked for a later one. */
      readonly page: number;
      readonly pages: number;
      readonly hits: readonly SearchHit[];
      readonly facets: readonly FacetResult[];
      readonly histogram: Histogram;
      readonly widenings: readonly Widening[];
      /** How the query was repaired or read, in sentences; empty where there is nothing to say. */
      readonly remarks: readonly string[];
      /** Null where something was found. */
      readonly emptiness: Emptiness | null;
    }
  /** PostgreSQL could not answer in time, or too many searches were under way; trying again or a narrower question may help. */
  | { readonly status: "refused" };
