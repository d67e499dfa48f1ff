import { parseReference } from "@/lib/archive/archival-reference";
import type { Authorities } from "@/db/commands/import-authorities";
import type { AuthorityWish, CollectionWish } from "@/db/commands/import-wishes";
import type { RecordDescription } from "@/db/queries/record-description";
import type { RecordLine } from "./record-line";

/** Every repository that the line names; one that only its citation names must be known already, for citations are misspelt. */
export function repositoryWishes(record: RecordLine): AuthorityWish[] {
  if (record.source_archive) return [{ kind: "repository", name: record.source_archive }];
  const cited = record.source_citation && parseReference(record.source_citation).repository;
  return cited ? [{ kind: "repository", name: cited, isOptional: true }] : [];
}

/** Where the original is kept: as the citation words it, else put together from the box and folder that the line gives. */
export function referencesOf(record: RecordLine, found: Authorities): RecordDescription["references"] {
  const boxed = boxReference(record);
  const raw = record.source_citation ?? boxed?.raw ?? record.source_archive;
  if (!raw) return [];
  const { repository: cited, ...read } = parseReference(raw);
  const known = cited === null ? null : found.knownRepository(cited);
  const repository = record.source_archive ? found.repository(record.source_archive) : known;
  return [{ repository, raw, ...read, ...(record.source_citation ? {} : boxed?.parts) }];
}

/** "Box 12", whatever the source calls it already. */
const inWords = (what: "Box" | "Folder", label: string) =>
  new RegExp(what, "i").test(label) ? label : `${what} ${label}`;

const boxOf = ({ box, box_label: label }: RecordLine) => {
  const name = label ?? box;
  return name === null ? null : inWords("Box", name);
};

function boxReference(record: RecordLine) {
  const folder = record.folder_label ?? record.folder;
  const file = [boxOf(record), folder === null ? null : inWords("Folder", folder)].filter(Boolean).join(", ");
  if (!record.record_group && !file) return null;
  return {
    raw: [record.record_group, record.collection, file].filter(Boolean).join(", "),
    parts: { fonds: record.record_group, series: record.collection, file: file || null },
  };
}

/** The collections that the record lies in: its own below its series, and the one the person at the keyboard asked for. */
export function collectionsOf(record: RecordLine, asked: string | null): CollectionWish[] {
  const own = foldersOf(record) ?? seriesOf(record);
  return [...(own ? [own] : []), ...(asked ? [{ kind: "collection", path: [asked] } as const] : [])];
}

function seriesOf({ series, collection }: RecordLine): CollectionWish | null {
  if (series === null) return collection === null ? null : { kind: "collection", path: [collection] };
  return {
    kind: "collection",
    path: collection === null || collection === series ? [series] : [series, collection],
  };
}

/** Fonds, series and file of a line that names its folder. */
function foldersOf(record: RecordLine): CollectionWish | null {
  const folder = record.folder_label ?? record.folder;
  if (!record.record_group || folder === null) return null;
  const box = boxOf(record);
  const file = box === null ? folder : `${folder} (${box})`;
  return {
    kind: "collection",
    path: record.collection ? [record.record_group, record.collection, file] : [record.record_group, file],
    levels: record.collection ? ["fonds", "series", "file"] : ["fonds", "file"],
    abstract: [record.folder_scope, folderDates(record)].filter(Boolean).join(" ") || null,
  };
}

function folderDates({ folder_dates: dates }: RecordLine): string | null {
  const given = [...new Set(dates.filter((date) => date !== null && date !== ""))];
  return given.length === 0 ? null : `Dates on the folder: ${given.join(" to ")}.`;
}
