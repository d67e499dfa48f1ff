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
