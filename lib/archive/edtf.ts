import parse, {
  Century,
  Date as PlainDate,
  Decade,
  Interval,
  List,
  Season,
  Set as OneOf,
  Year,
  type Expression,
} from "edtf";
import { dayNumberOf, openFuture, openPast, type DayNumber } from "./day-number";
import { bodyOf, intervalInWords, partialDoubt, plainWords, spoken, type DateWords } from "./edtf-words";

// The library tells its kinds of date apart by the names of its classes, which bundlers shorten: they are put back.
for (const [name, kind] of Object.entries({
  Century,
  Date: PlainDate,
  Decade,
  Interval,
  List,
  Season,
  Set: OneOf,
  Year,
})) {
  Object.defineProperty(kind, "name", { value: name });
}

/** Inclusive bounds of an uncertain date; open or unknown sides are `openPast` and `openFuture`. */
export type DateSpan = { readonly earliest: DayNumber; readonly latest: DayNumber };

/** Longest expression we try to read; the grammar's cost grows with length. */
const longestExpression = 120;

/** What an expression says: its bounds, and itself in words. */
type Understood = { readonly words: string; readonly span: DateSpan };

/** The grammar takes a fifth of a millisecond for a date, and one page asks several times for each, so the last ones are remembered. */
const remembered = new Map<string, Understood | null>();
const mostRemembered = 2_000;

/** Null when the text is not EDTF or an interval ends before it starts. */
function understood(edtf: string): Understood | null {
  const known = remembered.get(edtf);
  if (known !== undefined) return known;
  const reading = read(edtf);
  if (edtf.length > longestExpression) return reading;
  const [oldest] = remembered.keys();
  if (oldest !== undefined && remembered.size >= mostRemembered) remembered.delete(oldest);
  remembered.set(edtf, reading);
  return reading;
}

function read(edtf: string): Understood | null {
  const trimmed = edtf.trim();
  if (!trimmed || trimmed.length > longestExpression || !isStrict(trimmed)) return null;
  const [start = "", end, ...more] = trimmed.split("/");
  if (more.length > 0) return null;
  if (end !== undefined && end !== start) return readInterval(start, end);
  const date = readDate(start);
  return date && { words: spoken(date.words), span: date.span };
}

type DateRead = { readonly words: DateWords; readonly span: DateSpan };

/** Both sides are read one by one: the library refuses some ends ("1960/196X") that stand well alone. */
function readInterval(start: string, end: string): Understood | null {
  const [from, to] = [sideOf(start), sideOf(end)];
  if (from === null || to === null || (typeof from === "string" && typeof to === "string")) return null;
  const span = {
    earliest: typeof from === "string" ? openPast : from.span.earliest,
    latest: typeof to === "string" ? openFuture : to.span.latest,
  };
  if (span.earliest > span.latest) return null;
  const words = intervalInWords(
    typeof from === "string" ? from : from.words,
    typeof to === "string" ? to : to.words,
  );
  return { words, span };
}

function sideOf(text: string): DateRead | "open" | "unknown" | null {
  if (text === "..") return "open";
  return text === "" ? "unknown" : readDate(text);
}

/** A date of four figures of which only the first ones are significant: "1950S2". */
const significant = /^(\d{4})S([1-3])$/;

function readDate(text: string): DateRead | null {
  const [, year, figures] = significant.exec(text) ?? [];
  if (year !== undefined) {
    const known = year.slice(0, Number(figures));
    const around = readDate(known.padEnd(4, "X"));
    return around && { ...around, words: { body: year, circa: true, doubt: null } };
  }
  const date = parsed(text);
  if (date) {
    const span = boundsOf(date);
    return span.earliest <= span.latest ? { words: wordsOf(date, text), span } : null;
  }
  // The library knows no qualified seasons, decades and months of unspecified days.
  const [, plain, mark = ""] = /^([^?~%]+)([?~%])$/.exec(text) ?? [];
  const unqualified = plain === undefined ? null : readDate(plain);
  if (!unqualified) return null;
  const words = {
    body: unqualified.words.body,
    circa: mark !== "?",
    doubt: mark === "~" ? null : "uncertain",
  };
  return { words, span: unqualified.span };
}

function parsed(text: string): Expression | null {
  try {
    const date = parse(text);
    return date.type === "Interval" ? null : date;
  } catch {
    return null;
  }
}

function wordsOf(date: Expression, text: string): DateWords {
  const partial = partialDoubt(text);
  if (partial !== null) return { ...plainWords(bodyOf(date)), doubt: partial };
  return {
    body: bodyOf(date),
    circa: (date.approximate?.value ?? 0) > 0,
    doubt: (date.uncertain?.value ?? 0) > 0 ? "uncertain" : null,
  };
}

/**
 * What the library lets pass and the standard does not: days that their month does not have ("1962-02-29" would be read as the
 * first of March), years of more than four digits without the "Y" before them; and years that no day number reaches, six
 * digits and more.
 */
function isStrict(text: string): boolean {
  const plain = text.replaceAll(/[?~%]/g, "");
  if (/(?<![Y\d-]|Y-)\d{5,}/.test(plain) || /Y-?(?:\d*E|\d{6,})/i.test(plain)) return false;
  return [...plain.matchAll(/(-?\d{4})-(\d{2})-(\d{2})(?!\d)/g)].every(([, year, month, day]) => {
    const date = new Date(0);
    date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
    return date.getUTCMonth() === Number(month) - 1;
  });
}

const isExpression = (value: unknown): value is Expression =>
  typeof value === "object" && value !== null && "values" in value;

/**
 * Inclusive bounds of an EDTF expression (ISO 8601-2:2019, levels 0 to 2): "1962-10" runs from 19621001 to 19621031.
 * Returns null when the text is not EDTF or an interval ends before it starts.
 */
export function spanOf(edtf: string): DateSpan | null {
  return understood(edtf)?.span ?? null;
}

function boundsOf(date: Expression): DateSpan {
  if (date.type === "Set" || date.type === "List") {
    // The library takes "1962..1964" inside a set for 1962 alone, so the members are bounded one by one.
    const members = date.values.flat().filter(isExpression).map(boundsOf);
    return {
      earliest: date.min === -Infinity ? openPast : Math.min(...members.map((member) => member.earliest)),
      latest: date.max === Infinity ? openFuture : Math.max(...members.map((member) => member.latest)),
    };
  }
  // It gives null for the unknown start of "/1962", which is as open to us as "../1962".
  return {
    earliest: date.min === null || !Number.isFinite(date.min) ? openPast : dayNumberOf(date.min),
    latest: date.max === null || !Number.isFinite(date.max) ? openFuture : dayNumberOf(date.max),
  };
}

/** Whether the expression itself says that it is uncertain or approximate ("?", "~", "%"). */
export const isQualified = (edtf: string): boolean => /[?~%]/.test(edtf);

/** An EDTF expression in English words ("1962~" → "circa 1962"); null when the text is not EDTF. */
export const readingOf = (edtf: string): string | null => understood(edtf)?.words ?? null;

/**
 * Every wording of a date that a reader may search for, apart from each other: the source's own words, its EDTF expression in
 * words, and the expression itself.
 */
export function wordingsOf(expression: string | null, edtf: string | null): string[] {
  const wordings = [expression, edtf === null ? null : readingOf(edtf), edtf];
  return [...new Set(wordings.flatMap((wording) => wording || []))];
}
