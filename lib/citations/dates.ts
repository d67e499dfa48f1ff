import { readingOf } from "@/lib/archive/edtf";

/** A date as CSL-JSON has it: years, months and days of one date or of two, or words. */
export type CslDate =
  | { readonly "date-parts": readonly (readonly number[])[]; readonly circa?: boolean }
  | { readonly literal: string };

/** The date of a document as citations need it. */
export type CitedDate = {
  /** In words, day first: "28 October 1962", "October–November 1962", "ca. 1962", "1960s". */
  readonly words: string;
  /** For other programs: as exact as CSL can say it. */
  readonly exchanged: CslDate;
  /**
   * For the styles, which word a plain date each in its own way. Of dates that are not plain they say too little (MLA drops "circa") or
   * something else (Chicago prints "[1962?]"), so those stand in words.
   */
  readonly styled: CslDate;
  /** The EDTF expression; null where the date is known in words only. */
  readonly edtf: string | null;
};

/** Wordings that say nothing but that there is no date. */
const noDate = /^\W*(?:undated|no date|without date|n\.? ?d\.?|s\.? ?d\.?|o\.? ?d\.?|б\.? ?д\.?)\W*$/iu;

/** Reads the date of a record, as the source words it and as EDTF (ISO 8601-2); null when it has none. */
export function citedDate(expression: string | null, edtf: string | null): CitedDate | null {
  const reading = edtf === null ? null : readingOf(edtf);
  if (edtf === null || reading === null) {
    if (expression === null || noDate.test(expression)) return null;
    const literal = { literal: expression };
    return { words: expression, exchanged: literal, styled: literal, edtf: null };
  }
  const ends = edtf.split("/").map(partsOf);
  const [start, end] = ends;
  if (start && (ends.length === 1 || (ends.length === 2 && end))) {
    const range = end ? [start, end] : [start];
    const plain = { "date-parts": range };
    // The processor would print the years of antiquity as "79AD" and "43BC".
    if (range.every(([year = 0]) => year >= 1000))
      return { words: rangeInWords(range), exchanged: plain, styled: plain, edtf };
  }
  const words = reading.replaceAll("circa ", "ca. ").replaceAll(" (uncertain)", "?");
  return { words, exchanged: exchangedDate(edtf, words), styled: { literal: words }, edtf };
}

/** Year, month and day of a date that is nothing but these; null for seasons, unknown digits and qualified dates. */
function partsOf(edtf: string): number[] | null {
  const match = /^(-?\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/.exec(edtf);
  return match && match.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]));
}

function rangeInWords(range: readonly (readonly number[])[]): string {
  const [start = [], end = start] = range;
  const precision = Math.max(start.length, end.length);
  if (start.length !== end.length) return range.map((parts) => rangeInWords([parts])).join("–");
  const words = new Intl.DateTimeFormat("en-GB", {
    year: "numeric",
    ...(precision > 1 ? { month: "long" } : {}),
    ...(precision > 2 ? { day: "numeric" } : {}),
    timeZone: "UTC",
  }).formatRange(instantOf(start), instantOf(end));
  // Intl sets thin spaces around the dash between unlike parts.
  return words.replace(/\s*–\s*/, "–");
}

const instantOf = ([year = 0, month = 1, day = 1]: readonly number[]) => Date.UTC(year, month - 1, day);

/** A date that is not plain, for other programs: about a plain date, of the years before our era, or in words alone. */
function exchangedDate(edtf: string, words: string): CslDate {
  const parts = partsOf(edtf.replace(/[?~%]$/, ""));
  const [year = 0, ...rest] = parts ?? [];
  if (!parts) return { literal: words };
  // EDTF counts a year 0, CSL does not.
  const counted = { "date-parts": [[year > 0 ? year : year - 1, ...rest]] };
  return /[?~%]$/.test(edtf) ? { ...counted, circa: true } : counted;
}

/** A date at the end of a title: ", 22 October 1962", ", October 22, 1962", " September 1959". */
const dateAtEnd = /[\s,(]((?:\d{1,2}\s+)?\p{Lu}\p{Ll}+\s+(?:\d{1,2},\s+)?\d{4})\)?['’”"]?$/u;

const wordsIn = (date: string): string =>
  date
    .match(/\p{L}+|\d+/gu)
    ?.toSorted()
    .join(" ") ?? "";

/** Whether a title ends with the very date that would follow it. */
export const saysDate = (title: string, words: string): boolean =>
  wordsIn(dateAtEnd.exec(title)?.[1] ?? "") === wordsIn(words);
