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
import { dayNumberOf, monthNames, openFuture, openPast, yearInWords, type DayNumber } from "./day-number";

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

/** What an expression says: its bounds, and itself for whoever wants it in words. */
type Understood = { readonly date: Expression; readonly span: DateSpan };

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
  if (!trimmed || trimmed.length > longestExpression) return null;
  if (!isStrict(trimmed)) return null;
  // The library takes an interval that begins and ends with the same date for one that ends too early.
  const [start, end] = trimmed.split("/");
  let date: Expression;
  try {
    date = parse(start === end ? (start ?? "") : trimmed);
  } catch {
    return null;
  }
  const span = boundsOf(date);
  return span.earliest <= span.latest ? { date, span } : null;
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

const seasons = new Map([
  [21, "spring"],
  [22, "summer"],
  [23, "autumn"],
  [24, "winter"],
]);

/** A plain date in words, honouring unspecified digits ("196X", "1962-10-XX", "1962-XX-27"). */
function dateInWords({ edtf, values }: Expression): string {
  const [year, month, day] = values.map(Number);
  const [yearText = "", monthText, dayText] = edtf.replace(/^-/, "").replaceAll(/[?~%]/g, "").split(/[-T]/);
  const unknown = (part: string | undefined) => part === undefined || /X/i.test(part);
  let words = yearInWords(year ?? 0);
  if (/^\d{3}X$/i.test(yearText)) words = `${yearText.slice(0, 3)}0s`;
  else if (/^\d{2}XX$/i.test(yearText)) words = `${yearText.slice(0, 2)}00s`;
  else if (unknown(yearText)) words = `year ${yearText} (partly unknown)`;
  const monthName = unknown(monthText) ? undefined : monthNames[month ?? 0];
  if (!monthName) return unknown(dayText) ? words : `day ${day} of an unknown month, ${words}`;
  return unknown(dayText) ? `${monthName} ${words}` : `${day} ${monthName} ${words}`;
}

function boundInWords(bound: Expression | number | null | undefined, side: "start" | "end"): string {
  if (isExpression(bound)) return inWords(bound);
  const open = typeof bound === "number";
  if (side === "start") return open ? "any time" : "an unknown time";
  return open ? "no known end" : "an unknown time";
}

function listInWords(date: Expression, joiner: "or" | "and"): string {
  const items = date.values.map((value) => {
    const ends = Array.isArray(value) ? value : [value];
    return ends.filter(isExpression).map(inWords).join(" to ");
  });
  const last = items.pop() ?? "";
  return items.length > 0 ? `${items.join(", ")} ${joiner} ${last}` : last;
}

function unqualifiedInWords(date: Expression): string {
  const [year = 0, season = 0] = date.values.map(Number);
  switch (date.type) {
    case "Date":
      return dateInWords(date);
    case "Year":
      return yearInWords(year);
    case "Decade":
      return `${year}0s`;
    case "Century":
      return `${year}00s`;
    case "Season":
      return `${seasons.get(season) ?? "season"} ${yearInWords(year)}`;
    case "Interval":
      return `${boundInWords(date.lower, "start")} to ${boundInWords(date.upper, "end")}`;
    case "Set":
      return listInWords(date, "or");
    case "List":
      return listInWords(date, "and");
  }
}

function inWords(date: Expression): string {
  const words = unqualifiedInWords(date);
  const approximate = (date.approximate?.value ?? 0) > 0;
  const uncertain = (date.uncertain?.value ?? 0) > 0;
  return `${approximate ? "circa " : ""}${words}${uncertain ? " (uncertain)" : ""}`;
}

/** An EDTF expression in English words ("1962~" → "circa 1962"); null when the text is not EDTF. */
export function readingOf(edtf: string): string | null {
  const date = understood(edtf)?.date;
  return date ? inWords(date) : null;
}

/**
 * Every wording of a date that a reader may search for, apart from each other: the source's own words, its EDTF expression in
 * words, and the expression itself.
 */
export function wordingsOf(expression: string | null, edtf: string | null): string[] {
  const wordings = [expression, edtf === null ? null : readingOf(edtf), edtf];
  return [...new Set(wordings.flatMap((wording) => wording || []))];
}
