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

/** The words with a mark in place of every sign that no typeface has, so that nothing is lost unseen. */
export const readable = (text: string): string =>
  signsOf(text)
    .map((sign) => settable(sign) ?? stranger)
    .join("");

/** How much of a text could not be printed: the number of signs, and whether so many that the rest is of no use. */
export function unreadable(text: string): { signs: number; isMost: boolean } {
  const signs = signsOf(text);
  const lost = signs.filter((sign) => settable(sign) === null).length;
  return { signs: lost, isMost: lost > signs.length / 10 };
}
