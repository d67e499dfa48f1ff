import type { DayNumber } from "./day-number";

/** Fields whose words a query can ask for by name ("title:havana"); `lib/search` knows where each stands. */
export const wordFields = [
  "title",
  "summary",
  "text",
  "person",
  "author",
  "to",
  "place",
  "subject",
  "collection",
  "archive",
] as const;
export type WordField = (typeof wordFields)[number];

/** What `has:` can ask for. */
export const heldParts = ["scan", "transcript", "translation"] as const;
export type HeldPart = (typeof heldParts)[number];

/**
 * A query as it was understood. A word stands for its forms; an exact one (in quotation marks) is neither corrected nor replaced by
 * other names; a beginning ("missil*") stands for every word that begins so. Words hold no spaces, but signs within them as they were
 * typed ("Tse-tung", "frus1961-63v10/d12"), apostrophes as "'". The part of a field holds words and phrases, joined or left out, and
 * nothing else; nothing is left out twice, and parts of one kind are not nested in each other. The text of a date is EDTF.
 */
export type QueryNode =
  | { readonly kind: "word"; readonly text: string; readonly match: "forms" | "exact" | "beginning" }
  | { readonly kind: "phrase"; readonly text: string }
  | { readonly kind: "field"; readonly field: WordField; readonly part: QueryNode }
  | {
      readonly kind: "date";
      readonly text: string;
      readonly earliest: DayNumber;
      readonly latest: DayNumber;
    }
  | { readonly kind: "value"; readonly field: "id" | "lang" | "type"; readonly value: string }
  | { readonly kind: "has"; readonly held: HeldPart }
  | { readonly kind: "and"; readonly parts: readonly QueryNode[] }
  | { readonly kind: "or"; readonly parts: readonly QueryNode[] }
  | { readonly kind: "not"; readonly part: QueryNode };

export type ParsedQuery = {
  /** Null where nothing is asked for. */
  readonly node: QueryNode | null;
  /**
   * Whether it is no more than words, all wanted: only then are records with some of them among the results. Words in quotation marks
   * and words joined by a written "AND" are more.
   */
  readonly isPlain: boolean;
  /** What was repaired or left aside, in sentences for the reader. */
  readonly remarks: readonly string[];
};
