import type { HeldPart, WordField } from "./search-query";

/** How what stands behind a field's colon is read: as words to look for, as a value, as a date, or as a part that records have. */
type Reading =
  | { readonly reads: "words"; readonly name: WordField }
  | { readonly reads: "value"; readonly name: "id" | "lang" | "type" }
  | { readonly reads: "date"; readonly name: "year" | "date" }
  | { readonly reads: "part"; readonly name: "has" };

export type QueryField = Reading & {
  /** Other names under which it may be written, mostly those that other catalogues give it. */
  readonly also: readonly string[];
  /** What it finds, for the help page: "Records …". */
  readonly finds: string;
  readonly example: string;
};

/** Every field that a query can name; the order is that of the help page. */
export const queryFields: readonly QueryField[] = [
  {
    reads: "words",
    name: "title",
    also: [],
    finds: "with the word in their title, or in a title in another language",
    example: "title:resolution",
  },
  {
    reads: "words",
    name: "summary",
    also: ["abstract", "description"],
    finds: "with the word in their summary",
    example: "summary:quarantine",
  },
  {
    reads: "words",
    name: "text",
    also: ["fulltext"],
    finds: "with the words in a transcript or a translation",
    example: 'text:"slip of the pen"',
  },
  {
    reads: "words",
    name: "person",
    also: ["people", "organisation", "organization"],
    finds: "that have to do with a person or an organisation, in any role",
    example: "person:Mikoyan",
  },
  {
    reads: "words",
    name: "author",
    also: ["from", "creator", "sender"],
    finds: "that a person or an organisation wrote",
    example: "author:Dobrynin",
  },
  {
    reads: "words",
    name: "to",
    also: ["recipient"],
    finds: "that were sent to a person or an organisation",
    example: "to:Khrushchev",
  },
  {
    reads: "words",
    name: "place",
    also: ["location"],
    finds: "that are about a place or were written there",
    example: "place:Havana",
  },
  {
    reads: "words",
    name: "subject",
    also: ["keyword", "topic"],
    finds: "under a subject heading",
    example: 'subject:"aerial reconnaissance"',
  },
  {
    reads: "words",
    name: "collection",
    also: [],
    finds: "in a collection",
    example: "collection:(arms transfers)",
  },
  {
    reads: "words",
    name: "archive",
    also: ["repository"],
    finds: "whose original an archive holds; here they are left out",
    example: "cable -archive:RGANI",
  },
  {
    reads: "value",
    name: "id",
    also: [],
    finds: "with this number, this end of their address or this number at their source",
    example: "id:notice-to-readers",
  },
  {
    reads: "date",
    name: "year",
    also: [],
    finds: "that may date from a year, or from the years from one to another",
    example: "year:1959-1961",
  },
  {
    reads: "date",
    name: "date",
    also: [],
    finds: "that may date from a day, a month or a span",
    example: "date:1962-10/1962-11",
  },
  {
    reads: "value",
    name: "lang",
    also: ["language"],
    finds: "in a language, by its code or its English name",
    example: "lang:en",
  },
  { reads: "value", name: "type", also: [], finds: "of a type of document", example: "type:telegram" },
  {
    reads: "part",
    name: "has",
    also: [],
    finds: "that have a scan, a transcript or a translation",
    example: "has:translation",
  },
];

const byName = new Map(
  queryFields.flatMap((field) => [field.name, ...field.also].map((name) => [name, field])),
);

/** The field of a name in any case, by whichever of its names; undefined where there is none. */
export const fieldNamed = (name: string): QueryField | undefined => byName.get(name.toLowerCase());

const heldByName = new Map<string, HeldPart>([
  ["scan", "scan"],
  ["scans", "scan"],
  ["image", "scan"],
  ["images", "scan"],
  ["transcript", "transcript"],
  ["transcripts", "transcript"],
  ["transcription", "transcript"],
  ["translation", "translation"],
  ["translations", "translation"],
]);

/** What `has:` asks for by a word in any case; undefined for words that it does not know. */
export const heldPartNamed = (word: string): HeldPart | undefined => heldByName.get(word.toLowerCase());

/** Letters put in, left out, exchanged or turned round that make one word of another; words of this search are short. */
function slipsBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const exchanged = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isTurned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const turned = isTurned ? (beforeLast[j - 2] ?? 0) + 1 : exchanged;
      row.push(Math.min(exchanged, turned, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

const longestName = 20;
/** Names of fewer letters are like too many words. */
const shortestLikeness = 4;

/** The field that a name that is none was probably meant to be: "titel" → "title". */
export function fieldLike(name: string): QueryField | undefined {
  const typed = name.toLowerCase();
  if (typed.length < shortestLikeness || typed.length > longestName) return undefined;
  return [...byName].find(
    ([known]) => known.length >= shortestLikeness && slipsBetween(typed, known) <= 1,
  )?.[1];
}
