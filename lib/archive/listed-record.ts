import { spanOf, readingOf } from "./edtf";
import { recordHref } from "./hrefs";

/** A date as a page shows it: in words, and for machines where it names one day, month or year. */
export type ShownDate = { readonly words: string; readonly datetime: string | null };

/** A record as lists show it. */
export type ListedRecord = {
  readonly href: string;
  readonly title: string;
  readonly date: ShownDate | null;
  readonly summary: string | null;
};

/** What the HTML `time` element can hold of an EDTF expression. */
const plainDate = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** The date as the document words it, else as its EDTF expression reads; null for an undated thing. */
export function shownDate(date: {
  dateExpression: string | null;
  dateEdtf: string | null;
}): ShownDate | null {
  const { dateExpression, dateEdtf } = date;
  const words = dateExpression ?? (dateEdtf === null ? null : readingOf(dateEdtf));
  if (words === null) return null;
  return {
    words: withYear(words, dateEdtf),
    datetime: dateEdtf !== null && plainDate.test(dateEdtf) ? dateEdtf : null,
  };
}

/** Where the source leaves the year to be understood ("January 2"), a list must still tell one from another: "January 2 [1961]". */
function withYear(words: string, edtf: string | null): string {
  const year = edtf !== null && plainDate.test(edtf) ? edtf.slice(0, 4) : null;
  return year === null || /\d{4}|['’]\d{2}|\/\d{2}\b/.test(words) ? words : `${words} [${year}]`;
}

/** Words as they begin a line: "circa 1962" as "Circa 1962". */
export const capitalised = (words: string): string =>
  words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** An EDTF expression as a date to show; null when there is none. */
export const shownEdtf = (edtf: string | null): ShownDate | null =>
  shownDate({ dateExpression: null, dateEdtf: edtf !== null && spanOf(edtf) ? edtf : null });

/** A row of a list query as lists show it. */
export const listedRecord = (row: {
  slug: string;
  title: string;
  summary: string | null;
  dateExpression: string | null;
  dateEdtf: string | null;
}): ListedRecord => ({
  href: recordHref(row.slug),
  title: row.title,
  date: shownDate(row),
  summary: row.summary,
});
