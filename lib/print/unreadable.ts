import { isPrintable } from "./fonts";

/** Stands for a sign that no typeface has. */
const stranger = "¤";

/** The words with a mark in place of every sign that no typeface has, so that nothing is lost unseen. */
export const readable = (text: string): string =>
  Array.from(text, (sign) => (isPrintable(sign) ? sign : stranger)).join("");

/** How much of a text could not be printed: the number of signs, and whether so many that the rest is of no use. */
export function unreadable(text: string): { signs: number; isMost: boolean } {
  const signs = Array.from(text);
  const lost = signs.filter((sign) => !isPrintable(sign)).length;
  return { signs: lost, isMost: lost > signs.length / 10 };
}
