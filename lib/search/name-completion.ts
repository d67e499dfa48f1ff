import { beginsNearly } from "./likeness";
import type { IndexedEntry, NameIndex, WordRange } from "./name-index";
import { latinWords, ownWords, withoutAsides } from "./name-words";

/** An entry that fits what was typed so far. */
export type Completion = {
  readonly entry: IndexedEntry;
  /** The other form of its name that fits, where the preferred one does not. */
  readonly called: string | null;
  /** The name of the entry above it in its tree. */
  readonly above: string | null;
};

/** Words that are looked at, and letters of each. */
const mostWords = 8;
const longestWord = 40;
/** In shorter words a wrong letter makes another word. */
const shortestForgiven = 5;

/** A typed word as the index knows it: the word itself, and every word that it may be the beginning of. */
type Wanted = { readonly exact: number; readonly ranges: readonly WordRange[] };

function wantedOf(index: NameIndex, word: string, forgives: boolean): Wanted {
  const { from, to } = index.exactly(word);
  const isForgiven = forgives && word.length >= shortestForgiven && !/\d/.test(word);
  return {
    exact: from < to ? from : -1,
    ranges: isForgiven ? index.wordsLike((other) => beginsNearly(other, word)) : [index.beginningWith(word)],
  };
}

const fits = ({ ranges }: Wanted, word: number) => ranges.some(({ from, to }) => word >= from && word < to);

/** Whether the words stand at the beginning of the name, side by side. */
const begins = (whole: Uint32Array, wanted: readonly Wanted[]) =>
  wanted.every((word, place) => fits(word, whole[place] ?? -1));

/** Whether a personal name, its given names first, begins with the first word and holds the others behind it: "John K" and John F. Kennedy. */
function isSpoken(whole: Uint32Array, given: number, [first, ...others]: readonly Wanted[]): boolean {
  if (!first || !fits(first, whole[given] ?? -1)) return false;
  let step = 1;
  return others.every((word) => {
    while (step < whole.length && !fits(word, whole[(given + step) % whole.length] ?? -1)) step += 1;
    step += 1;
    return step <= whole.length;
  });
}

/** 0 for a form that was typed in full, 1 for one that begins as typed, in either order of a personal name; 2 for all others. */
function rankOf(index: NameIndex, form: number, wanted: readonly Wanted[]): number {
  const whole = index.wholeOf(form);
  if (wanted.length > whole.length) return 2;
  if (wanted.length === whole.length && wanted.every(({ exact }) => whole.includes(exact))) return 0;
  const { to } = index.familyOf(form);
  return begins(whole, wanted) || (to > 0 && isSpoken(whole, to % whole.length, wanted)) ? 1 : 2;
}

type Candidate = { readonly entry: IndexedEntry; readonly form: number; readonly rank: number };

const isBetter = (one: Candidate, other: Candidate): boolean => {
  if (one.rank !== other.rank) return one.rank < other.rank;
  if (one.entry.records !== other.entry.records) return one.entry.records > other.entry.records;
  return one.entry === other.entry ? one.form < other.form : one.entry.name < other.entry.name;
};

/** Whether no form of an entry that is not typed in full can come among the best any more. */
const isHopeless = ({ records }: IndexedEntry, worst: Candidate | undefined) =>
  worst !== undefined && worst.rank < 2 && records < worst.entry.records;

/** Puts a candidate in its place among the best, unless its entry stands there with a better form. */
function enter(best: Candidate[], candidate: Candidate, most: number): void {
  const known = best.findIndex(({ entry }) => entry === candidate.entry);
  const old = best[known];
  if (old && !isBetter(candidate, old)) return;
  if (old) best.splice(known, 1);
  const place = best.findIndex((other) => isBetter(candidate, other));
  best.splice(place < 0 ? best.length : place, 0, candidate);
  best.length = Math.min(best.length, most);
}

const holdsBeginnings = (words: readonly string[], wanted: readonly string[]) =>
  wanted.every((beginning) => words.some((word) => word.startsWith(beginning)));

/** The form to name beside the preferred one: the one in the script that was typed, else the one that was found. */
function calledBy({ entry, form }: Candidate, index: NameIndex, typed: string): string | null {
  const own = ownWords(typed);
  if (holdsBeginnings(ownWords(entry.name), own)) return null;
  const literal = entry.others.find((other) => holdsBeginnings(ownWords(other), own));
  if (literal !== undefined) return literal;
  const { text } = index.form(form);
  return text === entry.name || holdsBeginnings(latinWords(entry.name), latinWords(typed))
    ? null
    : withoutAsides(text);
}

/**
 * Entries of which one form holds, for each word typed, a word that begins so; with `forgives` also if one letter of a long word is
 * wrong. Forms typed in full come first, then those that begin as typed, then the rest; among equals those with most published records.
 * Entries that no published record names are left out.
 */
export function completionsIn(
  index: NameIndex,
  typed: string,
  most: number,
  forgives: boolean,
): Completion[] {
  const words = latinWords(typed).slice(0, mostWords);
  if (words.length === 0) return [];
  const wanted = words.map((word) => wantedOf(index, word.slice(0, longestWord), forgives));
  const best: Candidate[] = [];
  for (const form of index.formsHolding(wanted.map(({ ranges }) => ranges))) {
    const { entry } = index.form(form);
    if (entry.records === 0) continue;
    if (isHopeless(entry, best[most - 1]) && index.wholeOf(form).length !== wanted.length) continue;
    enter(best, { entry, form, rank: rankOf(index, form, wanted) }, most);
  }
  return best.map((candidate) => ({
    entry: candidate.entry,
    called: calledBy(candidate, index, typed),
    above: index.entries.get(candidate.entry.parentId ?? 0)?.name ?? null,
  }));
}
