import { spanOf } from "@/lib/archive/edtf";
import { tagInScriptOf } from "@/lib/archive/language-tag";
import { textFromPlain } from "@/lib/archive/text-html";
import { placeFacts } from "@/lib/maps/place-facts";
import type { Authorities } from "@/db/commands/import-authorities";
import type { AuthorityWish } from "@/db/commands/import-wishes";
import {
  blankDescription,
  type DescribedText,
  type RecordDescription,
} from "@/db/queries/record-description";
import { collectionsOf, referencesOf, repositoryWishes } from "./holding";
import { agentsOf, agentWishes } from "./people";
import type { RecordLine } from "./record-line";
import {
  acquisitionOf,
  curatorNoteOf,
  dateWordingOf,
  extentOf,
  isObject,
  noteOf,
  summaryOf,
} from "./remarks";

/** BCP 47 for a language that nobody has named. */
const undetermined = "und";

/** How far into a text its dateline ("Saigon, October 27, 1962—8 p.m.") may stand, in characters. */
const datelineReach = 300;

/** Every authority entry that the line names; the batch finds or creates them all before it describes its records. */
export function wishesOf(record: RecordLine, collection: string | null): AuthorityWish[] {
  return [
    ...agentWishes(record),
    ...record.places.map(
      (name) => ({ kind: "place", name, isCity: isWrittenAt(record, name), ...placeFacts(name) }) as const,
    ),
    ...subjectsOf(record).map((name) => ({ kind: "subject", name }) as const),
    ...languagesOf(record).map((name) => ({ kind: "language", name }) as const),
    ...(record.doc_type ? [{ kind: "document-type", name: record.doc_type } as const] : []),
    ...(record.classification ? [{ kind: "classification", name: record.classification } as const] : []),
    ...repositoryWishes(record),
    ...(record.rights ? [{ kind: "rights", name: record.rights } as const] : []),
    ...collectionsOf(record, collection),
  ];
}

const languagesOf = (record: RecordLine) => [
  ...record.language,
  ...wordsOf(record).map(({ language, text }) => tagInScriptOf(language, text)),
  ...titlesOf(record).map(({ languageCode }) => languageCode),
];

/** Headings as the archive writes them: "people > children" becomes "people--children". Movements of art are subjects too. */
const subjectsOf = (record: RecordLine) =>
  [...record.subjects, ...record.movements].map((heading) =>
    heading
      .split(/\s*>\s*/)
      .filter(Boolean)
      .join("--"),
  );

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
  const isDated = record.date_edtf !== null && spanOf(record.date_edtf) !== null;
  const texts = textsOf(record);
  const description: RecordDescription = {
    // Square brackets say that a title was supplied by the archive (ISAD(G) 3.1.2).
    ...blankDescription(record.title ?? "[Untitled]"),
    summary: summaryOf(record),
    dateExpression: dateWordingOf(record),
    dateEdtf: isDated ? record.date_edtf : null,
    sourceCitation: record.source_citation,
    sourceUri: record.url,
    extent: extentOf(record),
    acquisitionSource: acquisitionOf(record),
    note: noteOf(record, texts.length > 0),
    curatorNote: curatorNoteOf(record),
    rights: record.rights ? found.rights(record.rights) : null,
    titles: titlesOf(record),
    agents: agentsOf(record, found),
    places: record.places.map((name) => ({
      ...found.place(name),
      role: isWrittenAt(record, name) ? "written_at" : "about",
    })),
    subjects: subjectsOf(record).map((name) => found.subject(name)),
    languages: record.language.map((code) => found.language(code)),
    documentTypes: record.doc_type ? [found.documentType(record.doc_type)] : [],
    classifications: record.classification ? [found.classification(record.classification)] : [],
    collections: collectionsOf(record, collection).map((wish) => found.collection(wish)),
    references: referencesOf(record, found),
    texts,
  };
  return { description: withoutRepeats(description), warnings: warningsOf(record, isDated) };
}

function warningsOf(record: RecordLine, isDated: boolean): string[] {
  const warnings: string[] = [];
  if (!record.title) warnings.push("has no title");
  if (record.date_edtf !== null && !isDated)
    warnings.push(`date_edtf “${record.date_edtf.slice(0, 60)}” is not EDTF; the date is kept as worded`);
  if (!isRepeated(record)) warnings.push("body says other things than texts; texts are kept");
  return warnings;
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

/** Titles by language, except those that say what the title says; the holding archive's own is in the record's language. */
function titlesOf(record: RecordLine): RecordDescription["titles"] {
  const given = Object.entries(record.titles);
  if (record.title_nara) given.push([record.language[0] ?? undetermined, record.title_nara]);
  return given
    .filter(([, title]) => title && title !== record.title)
    .map(([languageCode, title]) => ({ languageCode, title }));
}

const givenTexts = (record: RecordLine) => record.texts.filter(({ text }) => text);

/** Whether the body is nothing but the texts once more, as some files give it beside them. */
function isRepeated(record: RecordLine): boolean {
  const texts = givenTexts(record).map(({ text }) => text);
  const plain = (words: string) => words.replaceAll(/\s+/g, " ").trim();
  if (texts.length === 0 || record.body === null) return true;
  const body = plain(record.body);
  return body === plain(texts.join(" ")) || texts.some((text) => plain(text) === body);
}

const notesOf = (record: RecordLine): DescribedText["notes"] =>
  record.notes
    .filter(Boolean)
    .map((note, index) => ({ number: index + 1, label: null, html: textFromPlain(note).html }));

/** The texts a line gives one by one, else its body as the transcript in the language of the original; in plain words. */
function wordsOf(record: RecordLine): RecordLine["texts"] {
  const given = givenTexts(record);
  const body = isObject(record) ? null : record.body;
  return given.length > 0 || body === null
    ? given
    : [{ kind: "transcript", language: record.language[0] ?? undetermined, text: body }];
}

/** The texts of a line, with its notes. */
const textsOf = (record: RecordLine): DescribedText[] =>
  wordsOf(record).map(({ kind, language, text }, index) => ({
    id: null,
    kind: /^translat/i.test(kind) ? "translation" : "transcript",
    // A transliteration is set in the direction of the script it is written in.
    languageCode: tagInScriptOf(language, text),
    method: "human",
    creditAgent: null,
    credit: null,
    sourceNote: null,
    html: textFromPlain(text).html,
    // The edition's notes stand below the document, which comes first.
    notes: index === 0 ? notesOf(record) : [],
  }));
