import { findLikeTerms, findTermsBeginning, type PostedTerm } from "@/db/queries/search-postings";
import { ByteLru } from "@/lib/cache/byte-lru";
import type { Catalogue } from "./catalogue";
import { editDistance } from "./edit-distance";

/** Words with one beginning that are looked for; the most frequent ones. */
const mostBeginning = 100;
/** Likely spellings of one word. */
const mostSpellings = 3;
const candidates = 60;
/** A word of fewer letters is too near to too many others. */
const shortestForgiven = 5;
/** From here on two slips are forgiven. */
const shortestTwice = 8;
/** A word that is like one so many times as frequent is taken for a slip of it, though it does occur. */
const slipRatio = 8;

const kept = new ByteLru<{ terms: readonly PostedTerm[]; generation: number | null; bytes: number }>(2 ** 20);

/** Posted words that were looked up, as long as no others were posted. */
async function remembered(
  key: string,
  { generation }: Catalogue,
  read: () => Promise<PostedTerm[]>,
): Promise<readonly PostedTerm[]> {
  const known = kept.get(key);
  if (known && known.generation === generation) return known.terms;
  const terms = await read();
  kept.set(key, { terms, generation, bytes: 100 + terms.length * 40 });
  return terms;
}

/** Words of records that are yet to be posted, as far as they fit. */
const unposted = (catalogue: Catalogue, fits: (term: string) => boolean): PostedTerm[] =>
  [...catalogue.unpostedTerms()].flatMap((term) =>
    fits(term) ? [{ term, records: catalogue.unpostedWith(term).length / 2 }] : [],
  );

/** Words with a beginning, the most frequent first. */
export const wordsBeginning = async (beginning: string, catalogue: Catalogue): Promise<string[]> =>
  distinct(await beginningWith(beginning, catalogue));

async function beginningWith(beginning: string, catalogue: Catalogue): Promise<PostedTerm[]> {
  const plain = beginning
    .normalize("NFD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase();
  const terms = await remembered(`${plain}*`, catalogue, () => findTermsBeginning(plain, mostBeginning));
  return [...terms, ...unposted(catalogue, (term) => term.startsWith(plain))];
}

const distinct = (terms: readonly PostedTerm[]): string[] => [
  ...new Set(terms.toSorted((a, b) => b.records - a.records).map(({ term }) => term)),
];

/**
 * What a word may have been meant to be: words that differ from it by a slip or two and are far more frequent, the likeliest first; for a
 * word that stands nowhere also those that it is the beginning of. `typed` is the word as a reader wrote it, `lexeme` what it becomes. `records` is how many hold the word as it is.
 */
export async function likelySpellings(
  { typed, lexeme }: { readonly typed: string; readonly lexeme: string },
  records: number,
  catalogue: Catalogue,
): Promise<string[]> {
  const typedLetters = Array.from(typed).length;
  // A year or the number of a document that differs by a digit is another one.
  if (typedLetters < shortestForgiven || /\d/.test(typed)) return [];
  const slips = typedLetters >= shortestTwice ? 2 : 1;
  const letters = Array.from(lexeme).length;
  const posted = await remembered(lexeme, catalogue, () => findLikeTerms(lexeme, candidates));
  const like = [
    ...posted,
    ...unposted(catalogue, (term) => Math.abs(Array.from(term).length - letters) <= slips && term !== lexeme),
  ];
  const spellings = like
    .filter((term) => term.records >= Math.max(1, records * slipRatio) && !/\d/.test(term.term))
    .map((term) => ({ ...term, distance: editDistance(lexeme, term.term) }))
    .filter(({ distance }) => distance <= slips);
  const shortest = Math.min(...spellings.map(({ distance }) => distance));
  const nearest = spellings.filter(({ distance }) => distance === shortest);
  if (records > 0) return distinct(nearest).slice(0, mostSpellings);
  // A word that stands nowhere may also be one that was not written to its end.
  return distinct([...nearest, ...(await beginningWith(lexeme, catalogue))]).slice(0, mostSpellings);
}
