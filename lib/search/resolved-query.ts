import type { Bits } from "./bits";

/** One way to satisfy a word of a query: records with all these lexemes. */
export type Alternative = {
  /** The word or name in a form that people read. */
  readonly text: string;
  readonly lexemes: readonly string[];
  /** The only records it counts in, where lexemes alone say too little: a name of several words; null for any. */
  readonly within: Bits | null;
  /** How it came in: as typed, as another name of what was typed, as a likely spelling, as a word with the typed beginning. */
  readonly origin: "typed" | "name" | "spelling" | "beginning";
};

/** A query with all that it asks for looked up: ready to be evaluated without waiting for anything. */
export type ResolvedQuery =
  | {
      readonly kind: "term";
      /** As the reader wrote it. */
      readonly typed: string;
      readonly alternatives: readonly Alternative[];
      /** The fields it may stand in (`postedFields`), as bits. */
      readonly fields: number;
    }
  | {
      /** Records that were found otherwise: phrases, people, dates. */
      readonly kind: "set";
      readonly typed: string;
      readonly records: Bits;
      /** Words to rank these records by. */
      readonly lexemes: readonly string[];
    }
  | { readonly kind: "and" | "or"; readonly parts: readonly ResolvedQuery[] }
  | { readonly kind: "not"; readonly part: ResolvedQuery };

/** All lexemes that a query needs postings of. */
export function lexemesIn(query: ResolvedQuery): string[] {
  switch (query.kind) {
    case "term":
      return query.alternatives.flatMap(({ lexemes }) => lexemes);
    case "set":
      return [...query.lexemes];
    case "not":
      return lexemesIn(query.part);
    case "and":
    case "or":
      return query.parts.flatMap(lexemesIn);
  }
}

type Term = Extract<ResolvedQuery, { kind: "term" | "set" }>;

/** The words and sets that a query wants, in its order; not those it excludes. */
export function wantedIn(query: ResolvedQuery | null): Term[] {
  if (query === null || query.kind === "not") return [];
  return query.kind === "term" || query.kind === "set" ? [query] : query.parts.flatMap(wantedIn);
}
