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

/** Reads the words of a query; what it excludes is not looked for. The last word also finds longer ones, as the search does. */
export function passageFinder(query: string): PassageFinder {
  const wanted = folded(query.normalize("NFC"))
    .split(/\s+/)
    .filter((word) => !word.startsWith("-"))
    .flatMap((word) => word.match(/[\p{L}\p{N}]+/gu) ?? []);
  if (wanted.length === 0) return null;
  const stems = wanted.map(
    (word, index) =>
      `${stemOf(word)}${index === wanted.length - 1 ? "" : "(?=\\p{L}{0,3}(?![\\p{L}\\p{N}]))"}`,
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${stems.join("|")})[\\p{L}\\p{N}]*`, "gu");
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
  let marked = start > 0 ? "… " : "";
  for (const match of shown) {
    marked += `${text.slice(position, match.start)}${markStart}${text.slice(match.start, match.end)}${markEnd}`;
    position = match.end;
  }
  return `${marked}${text.slice(position, end)}${end < text.length ? " …" : ""}`;
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
