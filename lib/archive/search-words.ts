/** Whether a query holds anything to look for: marks alone, such as `"` or `:*`, ask for nothing. */
export const holdsWords = (query: string): boolean => /[\p{L}\p{N}]/u.test(query);

const phrase = /"(?<inside>[^"]*)"/g;
const alternative = /\S\s+OR\s+\S/;

/** A query with the quotation marks that phones and word processors set turned into plain ones. */
export const withPlainQuotes = (query: string): string => query.replaceAll(/[“”„«»]/g, '"');

/**
 * Whether a query asks for exactly its words: a quoted phrase of two or more words, or alternatives ("cuba OR berlin"). A word
 * in quotation marks and one to be left out ("-berlin") are no more than words.
 */
export function asksExactly(query: string): boolean {
  const plain = withPlainQuotes(query);
  if (alternative.test(plain.replaceAll(phrase, "x"))) return true;
  return [...plain.matchAll(phrase)].some(
    ({ groups }) => (groups?.["inside"]?.match(/[\p{L}\p{N}]+/gu) ?? []).length > 1,
  );
}
