/** A stretch of shown text, and whether it is a match. */
export type Fragment = { readonly text: string; readonly isMatch: boolean };

/** Marks around matches, from Unicode's private use area so that no text of an archive holds them and no HTML is ever parsed. */
export const markStart = "\u{E000}";
export const markEnd = "\u{E001}";

export const hasMatch = (marked: string): boolean => marked.includes(markStart);

/** The text of a marked stretch in fragments, in order; stray marks vanish. */
export function fragmentsOf(marked: string): Fragment[] {
  return marked.split(markStart).flatMap((piece, index) => {
    const [match = "", ...rest] = index === 0 ? ["", piece] : piece.split(markEnd);
    const after = rest.join("").replaceAll(markEnd, "");
    return [
      ...(match ? [{ text: match, isMatch: true }] : []),
      ...(after ? [{ text: after, isMatch: false }] : []),
    ];
  });
}

/** How many different words are matched; forms of one word are taken for one by their first letters. */
export const matchCount = (fragments: readonly Fragment[]): number =>
  new Set(fragments.flatMap(({ text, isMatch }) => (isMatch ? [text.toLowerCase().slice(0, 4)] : []))).size;

/**
 * Whether the text says more of what was asked than the summary: a summary that only shares an "of" with the question must not
 * hide the passage that was looked for. Both are marked; an empty one is absent.
 */
export function tellsMore(text: string, summary: string): boolean {
  if (text === "" || summary === "") return text !== "";
  return matchCount(fragmentsOf(text)) > matchCount(fragmentsOf(summary));
}
