import { referenceProper } from "@/lib/archive/archival-reference";
import type { CitationFacts } from "@/db/queries/citation-facts";
import type { PublishedRecord } from "@/lib/records/loaders";
import type { CitedDocument } from "./cited-document";
import { citedDate } from "./dates";
import { citedName } from "./names";

type Record = Pick<
  PublishedRecord,
  "id" | "title" | "summary" | "dateExpression" | "dateEdtf" | "links" | "sourceCitation" | "note"
> & { readonly rights: { readonly name: string } | null };

/** A published record as citations speak of it. `permalink` is the whole address of its page, `archive` the name of this archive. */
export function citedDocument(
  record: Record,
  facts: CitationFacts,
  { permalink, archive }: { permalink: string; archive: string },
): CitedDocument {
  const named = (role: CitationFacts["agents"][number]["role"]) =>
    facts.agents.filter((agent) => agent.role === role).map(({ name, kind }) => citedName(name, kind));
  const linked = (kind: PublishedRecord["links"][number]["kind"]) =>
    record.links.filter((link) => link.kind === kind);
  return {
    id: record.id,
    title: record.title,
    documentType: linked("type")[0]?.name ?? null,
    authors: named("author"),
    recipients: named("recipient"),
    translators: named("translator"),
    editors: named("editor"),
    date: citedDate(record.dateExpression, record.dateEdtf),
    original: originalOf(record, facts),
    container: containerOf(record, facts),
    publishers: linked("publisher").map(({ name }) => name),
    languages: linked("language").map(({ slug, name }) => ({ code: slug, name })),
    subjects: linked("subject").map(({ name }) => name),
    summary: record.summary,
    note: record.note,
    rights: record.rights?.name ?? null,
    permalink,
    archive,
  };
}

/** How imports note the place of a document in its edition: "Document 268 of frus1961-63v05." */
const numberInNote = /^Document (\d\S*)(?: of \S+)?\.$/m;

/** The edition in which the record's number counts; else the first collection. */
function containerOf({ note }: Record, { collections }: CitationFacts): CitedDocument["container"] {
  const number = numberInNote.exec(note ?? "")?.[1] ?? null;
  const place = Number.parseInt(number ?? "", 10);
  const edition = collections.find(({ position }) => position === place);
  const { title, series } = edition ?? collections[0] ?? {};
  if (title === undefined) return null;
  return { title, series: series ?? null, number: edition ? number : null };
}

/** The reference as written. Where it begins with the archive's whole name, the archive is not named twice. */
function originalOf({ sourceCitation }: Record, { original }: CitationFacts): CitedDocument["original"] {
  const written = original?.reference ?? sourceCitation;
  if (written === null) return null;
  const reference = referenceProper(written);
  const { repository = null, place = null } = original ?? {};
  const isNamed = repository !== null && reference.startsWith(`${repository}, `);
  return {
    reference: isNamed ? reference.slice(repository.length + 2) : reference,
    repository,
    place,
  };
}
