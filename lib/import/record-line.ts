import { createHash } from "node:crypto";
import { z } from "zod";
import {
  absent,
  atMost,
  emptyToNull,
  languageTag,
  languageTags,
  line,
  lineOf,
  listOf,
  longestDate,
  longestTitle,
  name,
  names,
  optional,
  optionalName,
  paragraphs,
  readFields,
  readObject,
  words,
} from "./line-fields";

/** What one line of an import file says about a record, checked and tidied; absent things are null or empty. */
export type RecordLine = z.output<typeof recordLine>;

/** A line that was read, with the names of the fields that the archive has no place for; or why it is refused. */
export type ReadLine =
  | { readonly ok: true; readonly record: RecordLine; readonly ignored: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/** Part of the hash of a line: raise it when lines are mapped otherwise, so that the next import brings records up to date. */
const mappingVersion = 3;

const address = z.union([z.literal(""), z.url({ protocol: /^https?$/ })]);

/** A number or a year that some files write as a number and some as text. */
const numeral = z.preprocess((value) => (typeof value === "number" ? String(value) : value), optionalName);

const scan = z.object({
  url: optional(address).transform(emptyToNull),
  /** As the source counts pages: "217", "XXX", "d9-2". */
  page: optionalName,
  /** The number of its picture in the source: part of its address where it has one. */
  facs: optionalName,
  /** What a scan without an address is known by. */
  image_id: optionalName,
  path: optionalName,
  file: optionalName,
});

const recordLine = z
  .object({
    id: z.preprocess(
      (value) => (typeof value === "number" ? String(value) : value),
      words.trim().min(1, { error: "is empty" }).max(500),
    ),
    title: lineOf(longestTitle),
    /** The title that the holding archive gives it, where the line's own is another's. */
    title_nara: lineOf(longestTitle),
    titles: z.preprocess(
      (value) => (absent(value) ? {} : value),
      z.record(languageTag, atMost(longestTitle)),
    ),
    /** What the document itself says that it is about. */
    subject_line: names,
    date_text: lineOf(longestDate),
    date_edtf: lineOf(longestDate),
    /** Whether the year was taken from the heading under which the edition prints it. */
    date_year_from_heading: optional(z.boolean()),
    summary: paragraphs,
    body: paragraphs,
    texts: listOf(z.object({ kind: words, language: languageTag, text: words.trim() })),
    creators: names,
    creator_roles: listOf(name),
    creator_nationality: listOf(name),
    recipients: names,
    people: listOf(name),
    people_ids: listOf(words.max(200)),
    /** Ids of everybody and everywhere that the line names, in no order. */
    authority_ids: listOf(words.trim().max(200)),
    organizations: names,
    places: names,
    subjects: names,
    movements: names,
    /** The heading of the filing system that the document was filed under: "POL 14". */
    snc_code: optionalName,
    language: languageTags,
    language_note: line,
    doc_type: optionalName,
    classification: optionalName,
    source_archive: optionalName,
    source_citation: line,
    record_group: optionalName,
    box: optionalName,
    box_label: optionalName,
    folder: optionalName,
    folder_label: optionalName,
    folder_scope: paragraphs,
    folder_dates: listOf(optional(words)),
    collection: optionalName,
    series: optionalName,
    volume: optionalName,
    doc_number: optionalName,
    record_kind: optionalName,
    page_count: optional(z.int().positive().max(1_000_000)),
    acquired: numeral,
    rights: optionalName,
    url: optional(address).transform(emptyToNull),
    scans: listOf(scan),
    notes: listOf(words.trim()),
    related: names,
    /** Ids in the catalogues of others. */
    naid: numeral,
    bdr: optionalName,
  })
  .refine((read) => read.people_ids.length === 0 || read.people_ids.length === read.people.length, {
    error: "does not have one id for each of people",
    path: ["people_ids"],
  });

/**
 * Reads one line of a JSON Lines file (RFC 8259 a line). Fields we have no place for are passed over and named, unless they are
 * empty; a value of the wrong kind refuses the line, with the field and the reason.
 */
export function readRecordLine(text: string): ReadLine {
  const read = readObject(text);
  if ("reason" in read) return { ok: false, reason: read.reason };
  const fields = readFields(read.object, recordLine);
  return fields.ok ? { ok: true, record: fields.value, ignored: fields.ignored } : fields;
}

/** SHA-256 of everything that the import makes of a line; equal hashes mean that there is nothing to do. */
export function hashOf(record: RecordLine, collection: string | null): string {
  return createHash("sha256")
    .update(JSON.stringify([mappingVersion, collection, record]))
    .digest("hex");
}
