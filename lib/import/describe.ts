import { parseReference } from "@/lib/archive/archival-reference";
import { spanOf } from "@/lib/archive/edtf";
import { textFromPlain } from "@/lib/archive/text-html";
import type { Authorities } from "@/db/commands/import-authorities";
import type { AuthorityWish } from "@/db/commands/import-wishes";
import {
  blankDescription,
  type DescribedText,
  type RecordDescription,
} from "@/db/queries/record-description";
import type { RecordLine } from "./record-line";

type AgentLink = RecordDescription["agents"][number];

/** Authority files that ids in the data come from; the prefix keeps them apart from ids of other sources. */
const personIdPrefix = "frus-persons:";

/** BCP 47 for a language that nobody has named. */
const undetermined = "und";

/** How far into a text its dateline ("Saigon, October 27, 1962—8 p.m.") may stand, in characters. */
const datelineReach = 300;

/** Every authority entry that the line names; the batch finds or creates them all before it describes its records. */
export function wishesOf(record: RecordLine, collection: string | null): AuthorityWish[] {
  return [
    ...record.people.map((name, index) => person(name, record.people_ids[index])),
    ...[...record.creators, ...record.recipients]
      .filter((name) => headingFor(name, record.people) === null)
      .map((name) => person(name)),
    ...record.organizations.map((name) => ({ kind: "organisation", name }) as const),
    ...record.places.map((name) => ({ kind: "place", name, isCity: isWrittenAt(record, name) }) as const),
    ...record.subjects.map((heading) => ({ kind: "subject", name: subjectName(heading) }) as const),
    ...languagesOf(record).map((name) => ({ kind: "language", name }) as const),
    ...(record.doc_type ? [{ kind: "document-type", name: record.doc_type } as const] : []),
    ...(record.classification ? [{ kind: "classification", name: record.classification } as const] : []),
    ...(record.source_archive ? [{ kind: "repository", name: record.source_archive } as const] : []),
    ...(record.rights ? [{ kind: "rights", name: record.rights } as const] : []),
    ...collectionsOf(record, collection),
  ];
}

const languagesOf = (record: RecordLine) => [
  ...record.language,
  ...record.texts.map(({ language }) => language),
  ...Object.keys(record.titles),
  ...(record.body && record.language.length === 0 ? [undetermined] : []),
];

const person = (name: string, id?: string) =>
  ({ kind: "person", name, sourceId: id ? `${personIdPrefix}${id}` : null }) as const;

/** The line's own collection, below its series where it names one, and the one the person at the keyboard asked for. */
function collectionsOf(
  record: RecordLine,
  asked: string | null,
): Extract<AuthorityWish, { kind: "collection" }>[] {
  const own = record.collection && record.collection !== record.series;
  return [
    ...(own && record.collection
      ? [{ kind: "collection", name: record.collection, parent: record.series } as const]
      : record.series
        ? [{ kind: "collection", name: record.series, parent: null } as const]
        : []),
    ...(asked ? [{ kind: "collection", name: asked, parent: null } as const] : []),
  ];
}

/** A heading as the archive writes it: "people > children" becomes "people--children". */
const subjectName = (heading: string) =>
  heading
    .split(/\s*>\s*/)
    .filter(Boolean)
    .join("--");

/**
 * The person of the same document whom a bare surname means: "Lansing" is "Lansing, Robert" where the document names one
 * Lansing. Null when it names none or several.
 */
function headingFor(name: string, people: readonly string[]): string | null {
  const exact = people.find((heading) => heading === name);
  if (exact) return exact;
  const matches = people.filter((heading) => heading.startsWith(`${name},`));
  return matches.length === 1 ? (matches[0] ?? null) : null;
}

/** Whether the text's dateline names the place; otherwise the document is about it. */
const isWrittenAt = (record: RecordLine, place: string) =>
  (record.body ?? record.texts[0]?.text ?? "")
    .slice(0, datelineReach)
    .toLowerCase()
    .includes(place.toLowerCase());

/** What the importer makes of a line: the record's description, and what a curator should look at. */
export type Described = { readonly description: RecordDescription; readonly warnings: readonly string[] };

/** Describes the record of a line, every name replaced by the authority entry found for it. */
export function describe(record: RecordLine, found: Authorities, collection: string | null): Described {
  const warnings: string[] = [];
  if (!record.title) warnings.push("has no title");
  const isDated = record.date_edtf !== null && spanOf(record.date_edtf) !== null;
  if (record.date_edtf !== null && !isDated)
    warnings.push(`date_edtf “${record.date_edtf.slice(0, 60)}” is not EDTF; the date is kept as worded`);
  const description: RecordDescription = {
    // Square brackets say that a title was supplied by the archive (ISAD(G) 3.1.2).
    ...blankDescription(record.title ?? "[Untitled]"),
    summary: record.summary,
    dateExpression: record.date_text ?? record.date_edtf,
    dateEdtf: isDated ? record.date_edtf : null,
    sourceCitation: record.source_citation,
    sourceUri: record.url,
    extent:
      record.page_count === null
        ? null
        : `${record.page_count} ${record.page_count === 1 ? "page" : "pages"}`,
    note: noteOf(record.notes),
    rights: record.rights ? found.rights(record.rights) : null,
    titles: Object.entries(record.titles)
      .filter(([, title]) => title !== record.title)
      .map(([languageCode, title]) => ({ languageCode, title })),
    agents: agentsOf(record, found),
    places: record.places.map((name) => ({
      ...found.place(name),
      role: isWrittenAt(record, name) ? "written_at" : "about",
    })),
    subjects: record.subjects.map((heading) => found.subject(subjectName(heading))),
    languages: record.language.map((code) => found.language(code)),
    documentTypes: record.doc_type ? [found.documentType(record.doc_type)] : [],
    classifications: record.classification ? [found.classification(record.classification)] : [],
    collections: collectionsOf(record, collection).map((wish) => found.collection(wish)),
    references: referencesOf(record, found),
    texts: textsOf(record),
  };
  return { description: withoutRepeats(description), warnings };
}

/** Two spellings in a line can mean one entry; a record is linked to it once. */
function withoutRepeats(description: RecordDescription): RecordDescription {
  const once = <Link extends { readonly id: number | string; readonly role?: string }>(
    links: readonly Link[],
  ) => {
    const seen = new Set<string>();
    return links.filter(({ role = "", id }) => {
      const isNew = !seen.has(`${role}:${id}`);
      seen.add(`${role}:${id}`);
      return isNew;
    });
  };
  return {
    ...description,
    agents: once(description.agents),
    places: once(description.places),
    subjects: once(description.subjects),
    languages: once(description.languages),
    collections: once(description.collections),
  };
}

function agentsOf(record: RecordLine, found: Authorities): AgentLink[] {
  const idOf = new Map(record.people.map((name, index) => [name, record.people_ids[index]]));
  const named = (name: string, role: "author" | "recipient"): AgentLink => {
    const heading = headingFor(name, record.people);
    const agent =
      heading === null ? found.agent(person(name)) : found.agent(person(heading, idOf.get(heading)));
    return { ...agent, role, nameAsWritten: agent.name === name ? null : name };
  };
  const mentioned = (wish: AuthorityWish & { name: string }): AgentLink => {
    const agent = found.agent(wish);
    return { ...agent, role: "mentioned", nameAsWritten: agent.name === wish.name ? null : wish.name };
  };
  return [
    ...record.creators.map((name) => named(name, "author")),
    ...record.recipients.map((name) => named(name, "recipient")),
    ...record.people.map((name, index) => mentioned(person(name, record.people_ids[index]))),
    ...record.organizations.map((name) => mentioned({ kind: "organisation", name })),
  ];
}

function referencesOf(record: RecordLine, found: Authorities): RecordDescription["references"] {
  const raw = record.source_citation ?? record.source_archive;
  if (!raw) return [];
  const { repository: _, ...parts } = parseReference(raw);
  return [
    { repository: record.source_archive ? found.repository(record.source_archive) : null, raw, ...parts },
  ];
}

/** Notes as one text, numbered as the edition numbers its footnotes when there are several. */
function noteOf(notes: readonly string[]): string | null {
  const all = notes.filter(Boolean);
  if (all.length < 2) return all[0] ?? null;
  return all.map((note, index) => `${index + 1}. ${note}`).join("\n\n");
}

/** The texts a line gives one by one, else its body as the transcript in the language of the original. */
function textsOf(record: RecordLine): DescribedText[] {
  const given = record.texts.filter(({ text }) => text);
  const all =
    given.length > 0
      ? given
      : record.body
        ? [{ kind: "transcript", language: record.language[0] ?? undetermined, text: record.body }]
        : [];
  return all.map(({ kind, language, text }) => ({
    id: null,
    kind: /^translat/i.test(kind) ? "translation" : "transcript",
    languageCode: language,
    method: "human",
    creditAgent: null,
    credit: null,
    sourceNote: null,
    html: textFromPlain(text).html,
    notes: [],
  }));
}
