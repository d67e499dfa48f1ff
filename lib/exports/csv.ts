import type { ExportedRecord } from "@/db/queries/exported-records";
import { recordHref } from "@/lib/archive/hrefs";
import { shownDate } from "@/lib/archive/listed-record";
import type { AgentRole } from "@/lib/archive/vocabulary";
import { dayIn, type AddressOf } from "./machine-record";

type Value = string | number | null | readonly string[];
type Column = {
  readonly name: string;
  readonly valueOf: (record: ExportedRecord, addressOf: AddressOf) => Value;
};

/** Roles with a column of their own; the others stand together, each name with its role. */
const ownColumns: readonly AgentRole[] = ["author", "recipient", "participant"];

const people = (role: AgentRole) => (record: ExportedRecord) =>
  record.links.flatMap((link) => (link.kind === "agent" && link.role === role ? [link.name] : []));

const otherPeople = (record: ExportedRecord) =>
  record.links.flatMap((link) =>
    link.kind === "agent" && !ownColumns.includes(link.role) ? [`${link.name} (${link.role})`] : [],
  );

const places = (role: "about" | "written_at") => (record: ExportedRecord) =>
  record.links.flatMap((link) => (link.kind === "place" && link.role === role ? [link.name] : []));

const named =
  (kind: "subject" | "type" | "language" | "classification") =>
  ({ links }: ExportedRecord) =>
    links.flatMap((link) => (link.kind === kind ? [link.name] : []));

/** The columns in their order. New ones are added at the end, so that what people have built on a file goes on working. */
const columns: readonly Column[] = [
  { name: "id", valueOf: ({ id }) => id },
  { name: "address", valueOf: ({ slug }, addressOf) => addressOf(recordHref(slug)) },
  { name: "title", valueOf: ({ title }) => title },
  { name: "date", valueOf: (record) => shownDate(record)?.words ?? null },
  { name: "date_edtf", valueOf: ({ dateEdtf }) => dateEdtf },
  { name: "date_earliest", valueOf: ({ dateEarliest }) => dayIn(dateEarliest) },
  { name: "date_latest", valueOf: ({ dateLatest }) => dayIn(dateLatest) },
  { name: "summary", valueOf: ({ summary }) => summary },
  { name: "authors", valueOf: people("author") },
  { name: "recipients", valueOf: people("recipient") },
  { name: "participants", valueOf: people("participant") },
  { name: "other_people", valueOf: otherPeople },
  { name: "places", valueOf: places("about") },
  { name: "written_at", valueOf: places("written_at") },
  { name: "subjects", valueOf: named("subject") },
  { name: "types", valueOf: named("type") },
  { name: "languages", valueOf: named("language") },
  { name: "classifications", valueOf: named("classification") },
  { name: "collections", valueOf: ({ collections }) => collections.map(({ title }) => title) },
  {
    name: "archives",
    valueOf: ({ references }) => [
      ...new Set(references.flatMap(({ repositoryName }) => repositoryName ?? [])),
    ],
  },
  { name: "archival_references", valueOf: ({ references }) => references.map(({ raw }) => raw) },
  { name: "source_citation", valueOf: ({ sourceCitation }) => sourceCitation },
  { name: "rights", valueOf: ({ rights }) => rights?.name ?? null },
  { name: "rights_uri", valueOf: ({ rights }) => rights?.uri ?? null },
];

/** What spreadsheets take for the beginning of a formula, also in its full-width forms. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A value as a cell (RFC 4180). Text that a spreadsheet would run as a formula begins with an apostrophe, which it shows to nobody;
 * several values stand in one cell, divided by semicolons.
 */
export function csvCell(value: Value): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = typeof value === "string" ? value : value.join("; ");
  const safe = formula.test(text) ? `'${text}` : text;
  return /["\r\n\t,;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const lineOf = (cells: readonly Value[]): string => `${cells.map(csvCell).join(",")}\r\n`;

/** Tells spreadsheets that the file is in UTF-8. */
const byteOrderMark = "\u{FEFF}";

/** The first line of the file: the names of the columns. */
export const csvHead = (): string => byteOrderMark + lineOf(columns.map(({ name }) => name));

/** A record as a line of the file. */
export const csvLine = (record: ExportedRecord, addressOf: AddressOf): string =>
  lineOf(columns.map(({ valueOf }) => valueOf(record, addressOf)));
