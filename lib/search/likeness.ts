import { editDistance } from "./edit-distance";

/** Share of the letters in which two spellings of one name may differ: "Khrushchev" and "Chruščov", but not "Thatcher" and "Roberts". */
const likeShare = 0.4;

/** Whether two family names, in Latin letters, look like spellings of one. */
export const areSpellings = (one: string, other: string): boolean =>
  editDistance(one, other) <= likeShare * Math.max(one.length, other.length);

/**
 * Whether a word begins as typed but for one letter that is wrong, missing, too much, or has changed places with the next. Words that
 * begin as typed without any error are among them.
 */
export function beginsNearly(word: string, typed: string): boolean {
  let at = 0;
  while (at < typed.length && word[at] === typed[at]) at += 1;
  if (at >= typed.length - 1) return true;
  const isNext = word[at] === typed[at + 1];
  const isBefore = word[at + 1] === typed[at];
  return (
    word.startsWith(typed.slice(at + 1), at + 1) ||
    (isNext && word.startsWith(typed.slice(at + 1), at)) ||
    (isBefore && word.startsWith(typed.slice(at), at + 1)) ||
    (isNext && isBefore && word.startsWith(typed.slice(at + 2), at + 2))
  );
}
