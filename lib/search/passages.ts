import { markEnd, markStart } from "./snippet";

const passageWords = 40;
/** Words shown before the first match, so that it is read in its sentence. */
const wordsBefore = 10;

/** Lower case and plain letters, word for word: white space stays where it is. */
const folded = (text: string) =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase();

/** The common endings by which forms of an English word differ. */
const stemOf = (word: string) => (word.length > 4 ? word.replace(/(?:ies|es|s|ed|ing|y)$/, "") : word);

/** Says which wanted word, counted from 0, a word of a text is a form of; -1 for none. */
export type PassageFinder = (foldedWord: string) => number;

/** Reads the words of a query; what it excludes is not looked for. The last word also finds longer ones, as the search does. */
export function passageFinder(query: string): PassageFinder {
  const wanted = folded(query)
    .split(/\s+/)
    .filter((word) => !word.startsWith("-"))
    .flatMap((word) => word.match(/[\p{L}\p{N}]+/gu) ?? []);
  const stems = wanted.map((word, index) => ({ stem: stemOf(word), isLast: index === wanted.length - 1 }));
  return (word) => {
    const bare = word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
    return stems.findIndex(
      ({ stem, isLast }) => bare.startsWith(stem) && (isLast || bare.length - stem.length <= 3),
    );
  };
}

/** The stretch of a text that holds the most of the wanted words, with them marked; its beginning where none occurs. */
export function passageIn(text: string, find: PassageFinder): string {
  const words = text.split(/\s+/);
  const matches = folded(text)
    .split(/\s+/)
    .flatMap((word, position) => {
      const which = find(word);
      return which < 0 ? [] : [{ position, which }];
    });
  const start = Math.max(0, bestStart(matches) - wordsBefore);
  const end = Math.min(words.length, start + passageWords);
  const marked = new Set(matches.map(({ position }) => position));
  const shown = words
    .slice(start, end)
    .map((word, index) => (marked.has(start + index) ? `${markStart}${word}${markEnd}` : word));
  return `${start > 0 ? "… " : ""}${shown.join(" ")}${end < words.length ? " …" : ""}`;
}

/** The first place from which most different words follow within a passage. */
function bestStart(matches: readonly { position: number; which: number }[]): number {
  let best = { position: 0, count: 0 };
  for (const [index, { position }] of matches.entries()) {
    const within = new Set<number>();
    for (const match of matches.slice(index, index + passageWords)) {
      if (match.position >= position + passageWords - wordsBefore) break;
      within.add(match.which);
    }
    if (within.size > best.count) best = { position, count: within.size };
  }
  return best.position;
}
