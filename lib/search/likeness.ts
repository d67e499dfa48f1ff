/** How many letters must be put in, taken out or changed to turn one word into the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] ?? 0) + Number(one[i - 1] !== other[j - 1]);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** Share of the letters in which two spellings of one name may differ: "Khrushchev" and "Chruščov", but not "Thatcher" and "Roberts". */
const likeShare = 0.4;

/** Whether two family names, in Latin letters, look like spellings of one. */
export const areSpellings = (one: string, other: string): boolean =>
  distance(one, other) <= likeShare * Math.max(one.length, other.length);

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
