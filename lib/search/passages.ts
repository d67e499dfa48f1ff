import { markEnd, markStart } from "./snippet";

const passageLength = 280;
/** Characters shown before the first match, so that it is read in its sentence. */
const lengthBefore = 70;
/** Matches of one text that are weighed; a passage as good as any lies among the first. */
const matchesWeighed = 200;

/** A letter without case and marks; one that would become longer stays as it is. */
function foldedLetter(letter: string): string {
  const plain = letter
    .normalize("NFD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase();
  return plain.length === letter.length ? plain : letter;
}

/** Lower case and plain letters, each in its old place, so that what is found here is cut from the text itself. */
const folded = (text: string) => text.replaceAll(/[^\0-\x7F]/g, foldedLetter).toLowerCase();

/** A word without the common endings by which forms of an English word differ. */
const stemOf = (word: string) => (word.length > 4 ? word.replace(/(?:ies|es|s|ed|ing|y)$/, "") : word);

/** Finds the words of a query, in any form, in folded text; null where it has none. */
export type PassageFinder = RegExp | null;

/** What forms of a word have behind what they have in common; short words would become others with any letters: "war", "Warsaw". */
function endingOf({ length }: string): string {
  if (length < 3) return "";
  return length > 3 ? String.raw`\p{L}{0,4}` : String.raw`(?:s|es|d|ed|ing|[^\P{L}\p{Script=Latin}]{0,4})`;
}

/** Finds words, and the stems of words, in any of their forms; those of `beginnings` at the beginning of any word. */
export function passageFinder(words: readonly string[], beginnings: readonly string[] = []): PassageFinder {
  const partsOf = (text: string) => folded(text.normalize("NFC")).match(/[\p{L}\p{N}]+/gu) ?? [];
  const stems = words
    .flatMap(partsOf)
    .map((word) => `${stemOf(word)}(?=${endingOf(word)}(?![\\p{L}\\p{N}]))`);
  const patterns = [...new Set([...stems, ...beginnings.flatMap(partsOf)])];
  if (patterns.length === 0) return null;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join("|")})[\\p{L}\\p{N}]*`, "gu");
}

type Match = { readonly start: number; readonly end: number; readonly stem: string };

/** The stretch of a text that holds the most of the wanted words, with them marked; its beginning where none occurs. */
export function passageIn(text: string, find: PassageFinder): string {
  const matches = find ? matchesIn(folded(text), find) : [];
  const first = bestStart(matches);
  const start = first <= lengthBefore ? 0 : text.indexOf(" ", first - lengthBefore - 1) + 1;
  const reach = start + passageLength;
  const end = reach >= text.length ? text.length : Math.max(text.lastIndexOf(" ", reach), first + 1);

  const shown = matches.filter((match) => match.start >= start && match.end <= end);
  let position = start;
  let cut = start > 0 ? "… " : "";
  for (const match of shown) {
    cut += `${text.slice(position, match.start)}${markStart}${text.slice(match.start, match.end)}${markEnd}`;
    position = match.end;
  }
  return `${cut}${text.slice(position, end)}${end < text.length ? " …" : ""}`;
}

/** A text with all wanted words marked. */
export function marked(text: string, find: PassageFinder): string {
  let position = 0;
  let result = "";
  for (const { start, end } of find ? matchesIn(folded(text), find) : []) {
    result += `${text.slice(position, start)}${markStart}${text.slice(start, end)}${markEnd}`;
    position = end;
  }
  return result + text.slice(position);
}

function matchesIn(plain: string, find: RegExp): Match[] {
  const matches: Match[] = [];
  for (const { 0: word, index } of plain.matchAll(find)) {
    matches.push({ start: index, end: index + word.length, stem: word.slice(0, 4) });
    if (matches.length === matchesWeighed) break;
  }
  return matches;
}

/** The place from which most different words follow within a passage, closest together; the first such place. */
function bestStart(matches: readonly Match[]): number {
  let best = { start: 0, count: 0, reach: 0 };
  for (const [index, { start }] of matches.entries()) {
    const within = new Set<string>();
    let reach = 0;
    for (const match of matches.slice(index, index + 40)) {
      if (match.end >= start + passageLength - lengthBefore) break;
      if (!within.has(match.stem)) reach = match.start - start;
      within.add(match.stem);
    }
    const count = within.size;
    if (count > best.count || (count === best.count && reach < best.reach)) best = { start, count, reach };
  }
  return best.start;
}
