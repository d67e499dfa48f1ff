import type { Expression } from "edtf";
import { monthNames } from "./day-number";

/** Words for a date, apart from what qualifies them, so that two of them can share a month or a year. */
export type DateWords = { readonly body: string; readonly circa: boolean; readonly doubt: string | null };

export const plainWords = (body: string): DateWords => ({ body, circa: false, doubt: null });

/** The words as they stand alone: "circa 1962", "October 1962 (uncertain)". */
export const spoken = ({ body, circa, doubt }: DateWords): string =>
  `${circa ? "circa " : ""}${body}${doubt === null ? "" : ` (${doubt})`}`;

/** A year as readers write it: years before 1 as years before the common era, and those of three figures and fewer as of it. */
const yearWords = (year: number): string =>
  year > 999 ? String(year) : year > 0 ? `${year} CE` : `${1 - year} BCE`;

/** Sub-year groupings of ISO 8601-2:2019, 4.8, by their number. */
const subYears = new Map<number, (year: string) => string>([
  ...["spring", "summer", "autumn", "winter"].flatMap((name, index): [number, (year: string) => string][] => [
    [21 + index, (year) => `${name} ${year}`],
    [25 + index, (year) => `${name} ${year} (northern hemisphere)`],
    [29 + index, (year) => `${name} ${year} (southern hemisphere)`],
  ]),
  ...["first", "second", "third", "fourth"].map((name, index): [number, (year: string) => string] => [
    33 + index,
    (year) => `${name} quarter of ${year}`,
  ]),
  ...["first", "middle", "last"].map((name, index): [number, (year: string) => string] => [
    37 + index,
    (year) => `${name} four months of ${year}`,
  ]),
  ...["first", "second"].map((name, index): [number, (year: string) => string] => [
    40 + index,
    (year) => `${name} half of ${year}`,
  ]),
]);

/** "20th", "1st": the ordinal of a century. */
function ordinal(count: number): string {
  const tens = count % 100;
  const ending = tens > 10 && tens < 14 ? "th" : (["th", "st", "nd", "rd"][count % 10] ?? "th");
  return `${count}${ending}`;
}

const decadeWords = (first: number): string => (first % 100 === 0 ? `${first}–${first + 9}` : `${first}s`);

const centuryWords = (first: number): string =>
  `${ordinal(first / 100 + 1)} century (${first === 0 ? 1 : first}–${first + 99})`;

/** A year with unspecified digits ("196X", "19XX", "1XXX", "-05XX") in words, or in which it must lie. */
function partialYear(text: string): string {
  const low = text.replaceAll(/X/gi, "0");
  const high = text.replaceAll(/X/gi, "9");
  if (/^X{4}$/i.test(text)) return "an unknown year";
  if (/^\d{3}X$/i.test(text)) return decadeWords(Number(low));
  if (/^\d{2}XX$/i.test(text)) return centuryWords(Number(low));
  const [first, last] = text.startsWith("-") ? [high, low] : [low, high];
  return `between ${shared(yearWords(Number(first)), yearWords(Number(last)))} and ${yearWords(Number(last))}`;
}

const isPartial = (part: string | undefined) => part !== undefined && /X/i.test(part);
const isUnknown = (part: string | undefined) => part === undefined || /^X+$/i.test(part);

/** A plain date in words, honouring unspecified digits ("1962-10-XX", "1962-XX-27", "1962-10-2X"). */
function dateWords({ edtf, values }: Expression): string {
  const [year = 0, month = 0, day = 0] = values.map(Number);
  const [, sign = "", digits = ""] = /^(-?)(.*)$/.exec(edtf.replaceAll(/[?~%]/g, "")) ?? [];
  const [yearText = "", monthText, dayText] = digits.split(/[-T]/);
  const inYear = isPartial(yearText) ? partialYear(sign + yearText) : yearWords(year);
  const joined = isPartial(yearText) ? ` of ${/^\d/.test(inYear) ? "a year in the " : ""}` : " ";
  if (isUnknown(monthText)) return isUnknown(dayText) ? inYear : `day ${day} of an unknown month, ${inYear}`;
  if (isPartial(monthText))
    return `between ${monthText?.startsWith("1") ? "October and December" : "January and September"}${joined}${inYear}`;
  const inMonth = `${monthNames[month] ?? ""}${joined}${inYear}`;
  if (isUnknown(dayText)) return inMonth;
  if (isPartial(dayText)) {
    const tens = Number(dayText?.[0]) * 10;
    return `between ${Math.max(1, tens)} and ${Math.min(tens + 9, tens === 30 ? 31 : 29)} ${inMonth}`;
  }
  return `${day} ${inMonth}`;
}

const isExpression = (value: unknown): value is Expression =>
  typeof value === "object" && value !== null && "values" in value;

/** The members of a set or list, "1670 to 1672" being one of them. */
function membersInWords(date: Expression, joiner: "or" | "and"): string {
  const items = date.values.map((value) => {
    const [first, last] = (Array.isArray(value) ? value : [value]).filter(isExpression).map(bodyOf);
    return last === undefined ? (first ?? "") : `${shared(first ?? "", last)} to ${last}`;
  });
  if (/^[[{]\s*\.\./.test(date.edtf)) items[0] = `${items[0]} or earlier`;
  if (/\.\.\s*[\]}]$/.test(date.edtf)) items.push(`${items.pop()} or later`);
  const last = items.pop() ?? "";
  return items.length > 0 ? `${items.join(", ")} ${joiner} ${last}` : last;
}

/** A date that the grammar understands in words, without what qualifies it. */
export function bodyOf(date: Expression): string {
  const [year = 0, subYear = 0] = date.values.map(Number);
  switch (date.type) {
    case "Date":
      return dateWords(date);
    case "Year":
      return yearWords(year);
    case "Decade":
      return decadeWords(year * 10);
    case "Century":
      return year < 0 ? partialYear(`-${String(-year).padStart(2, "0")}XX`) : centuryWords(year * 100);
    case "Season":
      return subYears.get(subYear)?.(yearWords(year)) ?? yearWords(year);
    case "Interval":
      return "";
    case "Set":
      return membersInWords(date, "or");
    case "List":
      return membersInWords(date, "and");
  }
}

/** The first of two dates without the month and year that it shares with the second: "1" of "1 October 1962" and "5 October 1962". */
function shared(first: string, second: string): string {
  const words = first.split(" ");
  const others = second.split(" ");
  if (words.length !== others.length || first === second) return first;
  while (words.length > 1 && words.at(-1) === others.at(-1)) {
    words.pop();
    others.pop();
  }
  return words.join(" ");
}

/** One side of an interval: a date, or why there is none. */
export type Side = DateWords | "open" | "unknown";

/** An interval in words: "1 to 5 October 1962", "between October (uncertain) and November 1962", "1962 onwards". */
export function intervalInWords(start: Side, end: Side): string {
  if (typeof start === "string")
    return `until ${typeof end === "string" ? "an unknown time" : spoken(end)}${start === "unknown" ? ", beginning unknown" : ""}`;
  if (typeof end === "string")
    return end === "open" ? `${spoken(start)} onwards` : `from ${spoken(start)}, end unknown`;
  const isQualified = [start, end].some(({ circa, doubt }) => circa || doubt !== null);
  const first = spoken({ ...start, body: shared(start.body, end.body) });
  return isQualified ? `between ${first} and ${spoken(end)}` : `${first} to ${spoken(end)}`;
}

const components = ["year", "month", "day"] as const;
const marked = /^([?~%])?-?[\dX]{4}([?~%])?-([?~%])?[\dX]{2}([?~%])?(?:-([?~%])?[\dX]{2}([?~%])?)?$/i;

/**
 * Which parts of a date a qualifier means where it means some and not all of them (ISO 8601-2:2019, 8.3): before a part, that part
 * alone; behind it, that part and those to its left. "1962-10-~27" → "day approximate"; null where all are meant, or none.
 */
export function partialDoubt(edtf: string): string | null {
  const found = marked.exec(edtf);
  if (!found) return null;
  const count = edtf.replace(/^[?~%]?-/, "").split("-").length;
  const marks: string[] = Array.from({ length: count }, () => "");
  for (let part = 0; part < count; part += 1) {
    marks[part] += found[part * 2 + 1] ?? "";
    for (let left = 0; left <= part; left += 1) marks[left] += found[part * 2 + 2] ?? "";
  }
  const meant = components.filter((_, part) => marks[part]);
  if (meant.length === 0 || meant.length === count) return null;
  const all = marks.join("");
  const kinds = [/[?%]/.test(all) ? "uncertain" : "", /[~%]/.test(all) ? "approximate" : ""].filter(Boolean);
  return `${meant.toReversed().join(" and ")} ${kinds.join(" and ")}`;
}
