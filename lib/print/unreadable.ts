import { isPrintable } from "./fonts";

/** Stands for a sign that no typeface has. */
const stranger = "¤";

/**
 * A sign as it can be set: itself; else its parts, a letter and its marks, or the figures of a fraction ("⅓" as "1⁄3"). Null when no
 * typeface has them.
 */
function settable(sign: string): string | null {
  if (isPrintable(sign)) return sign;
  const parts = sign.normalize("NFKD");
  return parts !== sign && Array.from(parts).every(isPrintable) ? parts : null;
}

/** Letters and marks are put together first: the typefaces have the letters whose marks they place best. */
const signsOf = (text: string): string[] => Array.from(text.normalize("NFC"));

/** Where a word in Arabic begins. */
const arabicWord = /(?<![\p{L}\p{M}\u{200C}])(?=\p{Script=Arabic})/gu;

/**
 * The typesetter loses the strokes of a dotted letter with which a line or a text of one word begins, and keeps its dots. A sign without
 * ink, which joins nothing, before each word and a space behind the only one keep the letters whole.
 */
function wholeWords(text: string): string {
  const words = text.replaceAll(arabicWord, "\u{200C}");
  return words === text || /\s/.test(words) ? words : `${words} `;
}

/** The words with a mark in place of every sign that no typeface has, so that nothing is lost unseen. */
export const readable = (text: string): string =>
  wholeWords(
    signsOf(text)
      .map((sign) => settable(sign) ?? stranger)
      .join(""),
  );

/** How much of a text could not be printed: the number of signs, and whether so many that the rest is of no use. */
export function unreadable(text: string): { signs: number; isMost: boolean } {
  const signs = signsOf(text);
  const lost = signs.filter((sign) => settable(sign) === null).length;
  return { signs: lost, isMost: lost > signs.length / 10 };
}
