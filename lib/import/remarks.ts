import { spanOf } from "@/lib/archive/edtf";
import type { RecordLine } from "./record-line";

/**
 * Whether the line describes a thing in a museum: what it calls its body then says what the thing is made of, and is no words
 * that stand on it.
 */
export const isObject = ({ acquired, creator_roles: roles }: RecordLine) =>
  acquired !== null || roles.length > 0;

/** What the record is about: the summary, else the document's own subject line. */
export function summaryOf({ summary, subject_line: subjects }: RecordLine): string | null {
  return summary ?? (subjects.length > 0 ? subjectLine(subjects) : null);
}

const subjectLine = (subjects: readonly string[]) => `Subject: ${subjects.join("; ")}`;

/** The date as the source words it; null where its words are EDTF and mean the same, for then the date is shown as it reads. */
export function dateWordingOf({ date_text: worded, date_edtf: edtf }: RecordLine): string | null {
  const known = edtf === null ? null : spanOf(edtf);
  if (known === null) return worded ?? edtf;
  // Whatever has blanks in it is no EDTF; to find that out by the grammar takes long.
  const said = worded === null ? known : /\s/.test(worded) ? null : spanOf(worded);
  return said?.earliest === known.earliest && said.latest === known.latest ? null : worded;
}

/** How much there is of it (ISAD(G) 3.1.5). */
export const extentOf = ({ page_count: pages }: RecordLine): string | null =>
  pages === null ? null : `${pages} ${pages === 1 ? "page" : "pages"}`;

/** How the holder came by it. */
export const acquisitionOf = ({ acquired }: RecordLine): string | null =>
  acquired === null ? null : `Acquired ${acquired}`;

/** Scans that the source shows, with the page of each. */
export const scansOf = ({ scans }: RecordLine) =>
  scans.flatMap(({ url, page, facs }) => (url === null ? [] : [{ uri: url, label: page ?? facs }]));

/** Nationalities that cannot be told apart by their creators. */
const looseNationalities = ({ creators, creator_nationality: given }: RecordLine): readonly string[] =>
  given.length === creators.length ? [] : given;

/** What readers should know and no other field says (ISAD(G) 3.6.1), a paragraph each. `hasText`: notes stand below a text. */
export function noteOf(record: RecordLine, hasText: boolean): string | null {
  const notes = hasText ? [] : record.notes.filter(Boolean);
  const numbered = notes.length > 1 ? notes.map((note, index) => `${index + 1}. ${note}`) : notes;
  const nationalities = looseNationalities(record);
  const all = [
    ...numbered,
    isObject(record) ? record.body : null,
    record.summary !== null && record.subject_line.length > 0 ? subjectLine(record.subject_line) : null,
    record.date_year_from_heading
      ? "The year of the date is that of the heading under which it is printed."
      : null,
    kindInWords(record.record_kind),
    imagesInWords(record),
    nationalities.length > 0 ? `Nationalities given: ${nationalities.join(", ")}.` : null,
    printedAs(record),
    record.snc_code === null ? null : `Filed under ${record.snc_code}.`,
    record.naid === null ? null : `National Archives Identifier ${record.naid}.`,
    record.bdr === null ? null : `Brown Digital Repository: ${record.bdr}.`,
  ];
  return all.filter(Boolean).join("\n\n") || null;
}

/** What only curators need: how the data came about, and names of pictures that have no address. */
export function curatorNoteOf({ language_note: language, scans }: RecordLine): string | null {
  const files = scans.flatMap(({ url, file }) => (url === null && file !== null ? [file] : []));
  const all = [
    language === null ? null : `Language: ${language}.`,
    files.length === 0 ? null : `Image files of the source: ${files.join(", ")}.`,
  ];
  return all.filter(Boolean).join("\n\n") || null;
}

/** A full text needs no words; the reader sees it. */
function kindInWords(kind: string | null): string | null {
  if (kind === null || kind === "full-text") return null;
  if (kind === "microfiche-description")
    return "The edition describes the document and reproduces it on microfiche; it does not print its text.";
  return `Kind of record: ${kind}.`;
}

function imagesInWords({ scans }: RecordLine): string | null {
  const images = scans.filter(({ url, image_id: id, path }) => url === null && (id ?? path) !== null);
  const [first] = images;
  const last = images.at(-1);
  if (!first || !last) return null;
  const range = (of: (scan: (typeof images)[number]) => string | null) =>
    of(first) === of(last) ? of(first) : [of(first), of(last)].filter(Boolean).join("–");
  const names = range(({ image_id: id }) => id);
  const files = range(({ path }) => path);
  const many = images.length === 1 ? "Image" : "Images";
  return names && files
    ? `${many} ${names} (${files}) of the microfiche.`
    : `${many} ${names ?? files} of the microfiche.`;
}

/** Where it is printed. Editions name their volumes to machines, so the volume is called by the title of its collection. */
function printedAs({ volume, collection, doc_number: number }: RecordLine): string | null {
  if (volume === null) return number === null ? null : `Document ${number}.`;
  const title = collection?.replace(/\.$/, "") ?? (/\s/.test(volume) ? volume : null);
  if (number === null) return title === null ? null : `In ${title}.`;
  return `Document ${number} of ${title ?? "the volume"}.`;
}

/** Its place among the documents of its volume: the figures its number begins with. */
export function positionOf({ doc_number: number }: RecordLine): number | null {
  const figures = /^\d{1,8}/.exec(number ?? "")?.[0];
  return figures === undefined ? null : Number(figures);
}
