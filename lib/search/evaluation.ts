import { eachPosting, postingCount, type PostingSegment } from "@/db/queries/search-postings";
import { Bits } from "./bits";
import type { Catalogue } from "./catalogue";
import type { Alternative, ResolvedQuery } from "./resolved-query";

export type Postings = ReadonlyMap<string, readonly PostingSegment[]>;

const fieldMask = 15;
const fieldBits = 4;
/** What the highest worth of a posting stands for. */
const fullWorth = 255;
/** Likely spellings, other names and longer words count a little less than what was typed. */
const worthOfOrigin = { typed: 1, name: 0.95, beginning: 0.9, spelling: 0.6 } as const;

/** In how many records a word stands, in any field. */
export function recordsWith(lexeme: string, postings: Postings, catalogue: Catalogue): number {
  const posted = (postings.get(lexeme) ?? []).reduce(
    (sum, segment) => sum + postingCount(segment.postings),
    0,
  );
  return posted + catalogue.unpostedWith(lexeme).length / 2;
}

/** How much the presence of a word says (Robertson and Spärck Jones): the more, the fewer records hold it. */
function tellingOf(lexeme: string, postings: Postings, catalogue: Catalogue): number {
  const found = recordsWith(lexeme, postings, catalogue);
  const records = Math.max(catalogue.size, found);
  return Math.log(1 + (records - found + 0.5) / (found + 0.5));
}

/** What a query finds: the records, and how well each fits by place. */
export type Evaluation = {
  readonly found: Bits;
  /** By place; 0 where no word of the query stands. */
  readonly scores: Float32Array;
  /** How much the presence of each word says. */
  readonly telling: ReadonlyMap<string, number>;
  /** What became of each wanted word or set, in the order of the query (`wantedIn`). */
  readonly parts: readonly EvaluatedPart[];
};

type EvaluatedPart = {
  readonly found: Bits;
  /** The records of each alternative; one for a set. */
  readonly alternatives: readonly Bits[];
  /** By place, the fields that hold it, as bits (`postedFields`); of a set, of its lexemes. */
  readonly fields: Uint8Array;
};

/** Evaluates a query on postings that hold all its lexemes. The words that it excludes do not count for the scores. */
export function evaluate(query: ResolvedQuery, postings: Postings, catalogue: Catalogue): Evaluation {
  return new Evaluator(postings, catalogue).evaluate(query);
}

/** What words are added up in, one after the other and without waiting; all zero whenever no word is looked at. */
let workspace = { sums: new Float32Array(0), seen: new Uint8Array(0) };

class Evaluator {
  readonly #scores: Float32Array;
  readonly #parts: EvaluatedPart[] = [];
  readonly #telling = new Map<string, number>();
  /** Of the word being looked at. */
  readonly #sums: Float32Array;
  readonly #seen: Uint8Array;
  readonly #postings: Postings;
  readonly #catalogue: Catalogue;

  constructor(postings: Postings, catalogue: Catalogue) {
    this.#postings = postings;
    this.#catalogue = catalogue;
    const { size } = catalogue;
    this.#scores = new Float32Array(size);
    if (workspace.seen.length < size) {
      const room = Math.ceil(size * 1.1);
      workspace = { sums: new Float32Array(room), seen: new Uint8Array(room) };
    }
    this.#sums = workspace.sums;
    this.#seen = workspace.seen;
  }

  evaluate(query: ResolvedQuery): Evaluation {
    const found = this.#find(query, true);
    return { found, scores: this.#scores, telling: this.#telling, parts: this.#parts };
  }

  #find(query: ResolvedQuery, isWanted: boolean): Bits {
    switch (query.kind) {
      case "term":
        return this.#term(query.alternatives, query.fields, isWanted);
      case "set": {
        if (isWanted) this.#scoreSet(query.lexemes, query.records);
        return query.records;
      }
      case "not":
        return Bits.full(this.#catalogue.live.size).without(this.#find(query.part, false));
      case "and":
      case "or": {
        const [first, ...rest] = query.parts.map((part) => this.#find(part, isWanted));
        const bits = first?.copy() ?? new Bits(this.#catalogue.live.size);
        for (const other of rest) {
          if (query.kind === "and") bits.and(other);
          else bits.or(other);
        }
        return bits;
      }
    }
  }

  /** Records with any of the alternatives; each scores by the best that it has. */
  #term(alternatives: readonly Alternative[], fields: number, isWanted: boolean): Bits {
    const { size, live } = this.#catalogue;
    const best = isWanted && alternatives.length > 1 ? new Float32Array(size) : null;
    const seenIn = new Uint8Array(isWanted ? size : 0);
    const highest = this.#tellingOfSpellings(alternatives);
    const each = alternatives.map((alternative) => {
      const found = new Bits(live.size);
      for (const place of this.#sum(alternative, fields, seenIn, highest)) {
        const isWhole = this.#seen[place] === alternative.lexemes.length;
        if (isWhole && (alternative.within === null || alternative.within.has(place))) found.add(place);
        // Part of what somebody typed says something; part of another name is another name.
        if (isWanted && (isWhole || alternative.origin === "typed")) this.#score(place, best);
        this.#sums[place] = 0;
        this.#seen[place] = 0;
      }
      return found;
    });
    const found = each.reduce((all, own) => all.or(own), new Bits(live.size));
    if (!isWanted) return found;
    for (let place = 0; best && place < best.length; place += 1)
      this.#scores[place] = (this.#scores[place] ?? 0) + (best[place] ?? 0);
    this.#parts.push({ found, alternatives: each, fields: seenIn });
    return found;
  }

  /** What a word and its likely spellings say, as one word: a slip is rarer than its word but tells no more. */
  #tellingOfSpellings(alternatives: readonly Alternative[]): number {
    const spellings = alternatives.filter(({ origin }) => origin === "typed" || origin === "spelling");
    if (spellings.length < 2) return Infinity;
    const lexemes = spellings.flatMap((spelling) => spelling.lexemes);
    return Math.min(...lexemes.map((lexeme) => tellingOf(lexeme, this.#postings, this.#catalogue)));
  }

  /** Counts the sum of a place for its score, or for the best of several alternatives. */
  #score(place: number, best: Float32Array | null): void {
    const sum = this.#sums[place] ?? 0;
    if (best) best[place] = Math.max(best[place] ?? 0, sum);
    else this.#scores[place] = (this.#scores[place] ?? 0) + sum;
  }

  #scoreSet(lexemes: readonly string[], records: Bits): void {
    const fields = new Uint8Array(this.#catalogue.size);
    const alternative = { text: "", lexemes, within: records, origin: "typed" } as const;
    for (const place of this.#sum(alternative, fieldMask, fields)) {
      if (records.has(place)) this.#score(place, null);
      this.#sums[place] = 0;
      this.#seen[place] = 0;
    }
    this.#parts.push({ found: records, alternatives: [records], fields });
  }

  /** Adds up what the lexemes of an alternative say of each record, into the sums; answers the places it touched. */
  #sum({ lexemes, origin }: Alternative, fields: number, seenIn: Uint8Array, highest = Infinity): number[] {
    const touched: number[] = [];
    const add = (place: number, worth: number, own: number, telling: number) => {
      if ((own & fields) === 0) return;
      if (this.#seen[place] === 0) touched.push(place);
      this.#seen[place] = (this.#seen[place] ?? 0) + 1;
      this.#sums[place] = (this.#sums[place] ?? 0) + telling * worth;
      seenIn[place] = (seenIn[place] ?? 0) | own;
    };
    for (const lexeme of lexemes) {
      const presence = Math.min(highest, tellingOf(lexeme, this.#postings, this.#catalogue));
      this.#telling.set(lexeme, presence);
      const telling = (presence * worthOfOrigin[origin]) / fullWorth;
      for (const { segment, postings } of this.#postings.get(lexeme) ?? [])
        eachPosting(postings, (record, worth, own) => {
          const place = this.#catalogue.placeOf(record);
          if (place >= 0 && this.#catalogue.segments[place] === segment) add(place, worth, own, telling);
        });
      const unposted = this.#catalogue.unpostedWith(lexeme);
      for (let at = 0; at < unposted.length; at += 2) {
        const packed = unposted[at + 1] ?? 0;
        add(unposted[at] ?? 0, packed >>> fieldBits, packed & fieldMask, telling);
      }
    }
    return touched;
  }
}
