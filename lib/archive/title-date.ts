import { monthNames } from "./day-number";
import { readingOf, spanOf } from "./edtf";

const month = monthNames.join("|");
const years = "(?:1[0-9]|20)\\d\\d";

/** "16 May 1960", "May 16, 1960", "May 1960": the ways in which English titles give a date. */
const dates = new RegExp(
  `(?<!\\d)(?:(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<m1>${month})\\s*,?\\s+(?<y1>${years})|(?<m2>${month})\\s+(?<d2>\\d{1,2})(?:st|nd|rd|th)?\\s*,\\s*(?<y2>${years})|(?<m3>${month})\\s*,?\\s+(?<y3>${years}))(?!\\d)`,
  "giu",
);

/** Titles longer than this are no titles. */
const longestTitle = 2_000;

/** The days and months that a title gives, as EDTF, in its order and each once. */
function datesIn(title: string): string[] {
  const found = [...title.slice(0, longestTitle).matchAll(dates)].flatMap(({ groups = {} }) => {
    const { day = groups["d2"], m1, m2, m3, y1, y2, y3 } = groups;
    const name = (m1 ?? m2 ?? m3 ?? "").toLowerCase();
    const number = monthNames.findIndex((one) => one.toLowerCase() === name) + 1;
    const edtf = [y1 ?? y2 ?? y3, number, day]
      .flatMap((part) => (part === undefined ? [] : String(part).padStart(2, "0")))
      .join("-");
    return spanOf(edtf) === null ? [] : [edtf];
  });
  return [...new Set(found)];
}

/**
 * Dates that a record's title gives and that lie apart from its own date, in words: of a record listed under 15 February 1961 whose
 * title speaks of 21 January 1961, the latter. Empty where the record is undated, for then nothing differs.
 */
export function otherTitleDates(title: string, dateEdtf: string | null): string[] {
  const own = dateEdtf === null ? null : spanOf(dateEdtf);
  if (!own) return [];
  return datesIn(title).flatMap((edtf) => {
    const span = spanOf(edtf);
    const isApart = span !== null && (span.latest < own.earliest || span.earliest > own.latest);
    return isApart ? (readingOf(edtf) ?? []) : [];
  });
}
