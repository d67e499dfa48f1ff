import type { CitedDocument } from "./cited-document";
import { recordKey } from "./csl-item";
import { documentKind } from "./document-kinds";
import { indexedName, type CitedName } from "./names";

/** The date in words of whoever gives RIS more than a plain date: "1962/11//ca. November 1962". */
function risDate({ date }: CitedDocument): string | null {
  if (date === null) return null;
  const parts = "date-parts" in date.exchanged ? (date.exchanged["date-parts"][0] ?? []) : [];
  const [year = 0, month, day] = parts;
  const two = (part: number | undefined) => (part === undefined ? "" : String(part).padStart(2, "0"));
  const isPlain = date.styled === date.exchanged && "date-parts" in date.styled;
  const isOneDay = isPlain && "date-parts" in date.styled && date.styled["date-parts"].length === 1;
  // The year has four digits, so dates of antiquity stand in words alone.
  const numbers = year >= 1000 ? [String(year), two(month), two(day)] : ["", "", ""];
  return [...numbers, isOneDay ? "" : date.words.replaceAll("/", "-")].join("/");
}

function risYear({ date }: CitedDocument): string | null {
  const year =
    date !== null && "date-parts" in date.exchanged ? date.exchanged["date-parts"][0]?.[0] : undefined;
  return year !== undefined && year >= 1000 ? String(year) : null;
}

/** A comma tells readers of RIS where a family name ends; at its end, that the name is one piece. */
const risName = (name: CitedName): string => ("literal" in name ? `${name.literal},` : indexedName(name));

/**
 * A document in the RIS format (Research Information Systems, 2011) in UTF-8: one tag a line, lines ended by CR LF, values of one line.
 * The recipient stands as secondary author, the original's archive and reference as availability, this archive as database.
 */
export function asRis(document: CitedDocument): string {
  const { original } = document;
  const where = [original?.repository, original?.place, original?.reference].filter(Boolean).join(", ");
  const lines: (readonly [string, string | null])[] = [
    ["TY", documentKind(document.documentType).ris],
    ["ID", recordKey(document)],
    ...document.authors.map((name) => ["AU", risName(name)] as const),
    ...document.recipients.map((name) => ["A2", risName(name)] as const),
    ...document.editors.map((name) => ["A3", risName(name)] as const),
    ...document.translators.map((name) => ["A4", risName(name)] as const),
    ["TI", document.title],
    ["T2", document.container?.title ?? null],
    ["T3", document.container?.series ?? null],
    ["M1", document.container?.number ?? null],
    ["PY", risYear(document)],
    ["DA", risDate(document)],
    ["M3", document.documentType],
    ["AB", document.summary],
    ...document.subjects.map((subject) => ["KW", subject] as const),
    ["PB", document.publishers.join("; ")],
    ["CY", original?.place ?? null],
    ["AV", where],
    ["LA", document.languages.map(({ name }) => name).join("; ")],
    ["DB", document.archive],
    ["DP", document.archive],
    ["UR", document.permalink],
    ["N1", document.note],
    ["C1", document.rights],
  ];
  return [...lines.flatMap(lineOf), "ER  - ", ""].join("\r\n");
}

function lineOf([tag, value]: readonly [string, string | null]): string[] {
  const oneLine = value?.replaceAll(/\s+/g, " ").trim();
  return oneLine ? [`${tag}  - ${oneLine}`] : [];
}
