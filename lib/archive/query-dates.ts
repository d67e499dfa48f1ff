import { monthNames } from "./day-number";
import { spanOf, type DateSpan } from "./edtf";

/** A date as a query asks for it: as EDTF, and its bounds. */
export type QueryDate = {
  readonly text: string;
  readonly span: DateSpan;
  /** True where the first date lay after the last; they have been exchanged. */
  readonly isReversed: boolean;
};

/** "1961-1963", and "1961-63" as volumes of documents are named; "1961-10" is a month. */
const years = /^(\d{4})-(\d{4}|(?:1[3-9]|[2-9]\d))$/;
const decade = /^(\d{3})0s$/i;
const dayFirst = /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?(\p{L}{3,9})\.?,?\s+(\d{4})$/u;
const monthFirst = /^(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;

/** "October 1962", "27 Oct. 1962", "October 27, 1962" as EDTF. */
function fromWords(typed: string): string | null {
  const [, firstDay, firstMonth, firstYear] = dayFirst.exec(typed) ?? [];
  const [, secondMonth, secondDay, secondYear] = monthFirst.exec(typed) ?? [];
  const name = (firstMonth ?? secondMonth)?.toLowerCase();
  if (name === undefined) return null;
  const month = monthNames.findIndex((one) => one.toLowerCase().startsWith(name)) + 1;
  const day = firstDay ?? secondDay;
  return month === 0
    ? null
    : [firstYear ?? secondYear, month, day]
        .flatMap((part) => (part === undefined ? [] : String(part).padStart(2, "0")))
        .join("-");
}

function yearsAsSpan(typed: string): string | null {
  const [, first, last] = years.exec(typed) ?? [];
  if (first === undefined || last === undefined) return null;
  // "1962-13" is a slip of a month, not the years from 1962 to 1913.
  if (last.length === 2 && last <= first.slice(2)) return null;
  return `${first}/${last.length === 2 ? first.slice(0, 2) : ""}${last}`;
}

/** "1961..1963", "1962-10..", "..1962" as an interval of EDTF. */
function dotsAsSpan(typed: string): string | null {
  const [first, last, ...more] = typed.split("..");
  if (first === undefined || last === undefined || more.length > 0) return null;
  return /[/[\]{}]/.test(typed) ? null : `${first.trim() || ".."}/${last.trim() || ".."}`;
}

/** Fewer than four figures are a century or a decade to EDTF: the reader of "62" thinks of another. */
const tooShort = /(?:^|\/)-?\d{1,3}[?~%]?(?:\/|$)/;

function reading(edtf: string | null): QueryDate | null {
  if (edtf === null || tooShort.test(edtf)) return null;
  const span = spanOf(edtf);
  if (span) return { text: edtf, span, isReversed: false };
  const [first, last, ...more] = edtf.split("/");
  if (first === undefined || last === undefined || more.length > 0) return null;
  const turned = `${last}/${first}`;
  const turnedSpan = spanOf(first) && spanOf(last) ? spanOf(turned) : null;
  return turnedSpan && { text: turned, span: turnedSpan, isReversed: true };
}

/**
 * Reads the date that a query asks for. EDTF is taken as it is, and so are ways in which people write years and dates: "1961-1963",
 * "1961..1963", "1962-10..", "1960s", "27 October 1962". Behind `year:`, "1921-24" are years, behind `date:` EDTF's winter of 1921.
 * Null where it is no date.
 */
export function readQueryDate(typed: string, field: "year" | "date"): QueryDate | null {
  const plain = typed.trim().replaceAll(/\s*[–—]\s*/g, "-");
  // Digits that are not known are written with a capital.
  const edtf = /^[\dx~?%/.-]+$/i.test(plain) ? plain.toUpperCase() : plain;
  const span = yearsAsSpan(edtf);
  return (
    (field === "year" ? reading(span) : null) ??
    reading(edtf) ??
    reading(span) ??
    reading(dotsAsSpan(edtf)) ??
    reading(decade.test(plain) ? plain.replace(decade, "$1X") : null) ??
    reading(fromWords(plain))
  );
}
