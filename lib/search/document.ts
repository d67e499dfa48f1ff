import type { SearchableRecord } from "@/db/queries/search-documents";
import { decadesCovered, yearsCovered } from "@/lib/archive/date-buckets";
import { wordingsOf } from "@/lib/archive/edtf";
import type { FacetName } from "./facets";

/** Number of the shape below; a change of it makes every index stale. */
export const documentShape = 4;

/** Words that the engine takes in of one attribute: it numbers them in sixteen bits and silently drops the rest. */
const mostWords = 50_000;

/** The attributes that a search looks in, the weightiest first. */
export const searchedAttributes = [
  "title",
  "otherTitles",
  "names",
  "summary",
  "subjects",
  "places",
  "collectionTitles",
  "dates",
  "references",
  "text",
  "parts",
] as const;
type SearchedAttribute = (typeof searchedAttributes)[number];

type FacetValues = { readonly [Name in FacetName]: readonly string[] };

/**
 * What the index knows of a published record. Lists of names are one text each, so that a snippet can be cut from it; facets hold
 * what addresses say (slugs, codes, years), because labels change.
 */
export type RecordDocument = FacetValues & {
  readonly [Name in Exclude<SearchedAttribute, "parts">]: string;
} & {
  /** What of the texts does not fit in `text`, each part an attribute of its own; hardly any record has more than one. */
  readonly parts: Readonly<Record<string, string>>;
  readonly id: number;
  readonly slug: string;
  readonly dateExpression: string | null;
  readonly dateEdtf: string | null;
  /** Absent for undated records, which then sort last and match no span of days. */
  readonly dateEarliest?: number;
  readonly dateLatest?: number;
  /** Seconds since 1970. */
  readonly addedAt: number;
  /** For the line below a hit: types, and those who wrote, received or took part. */
  readonly typeNames: readonly string[];
  readonly people: readonly string[];
};

const separator = " · ";
const peopleShown = 5;

const joined = (texts: readonly (string | null)[]) =>
  [...new Set(texts.flatMap((text) => (text ? [text] : [])))].join(separator);

const allNames = (headings: readonly { name: string; others: readonly string[] }[]) =>
  joined(headings.flatMap(({ name, others }) => [name, ...others]));

const slugs = (headings: readonly { slug: string }[]) => [...new Set(headings.map(({ slug }) => slug))];

/** A text in parts of `mostWords` words; most texts are far shorter and not looked at word by word. */
function partsOf(text: string): string[] {
  if (text.length <= mostWords) return [text];
  const parts: string[] = [];
  let words = 0;
  let start = 0;
  for (const { index } of text.matchAll(/[^\p{L}\p{N}]+/gu)) {
    words += 1;
    if (words % mostWords > 0) continue;
    parts.push(text.slice(start, index));
    start = index;
  }
  return [...parts, text.slice(start)];
}

/** The index document of a record. */
export function documentOf(record: SearchableRecord): RecordDocument {
  const { dateEarliest, dateLatest } = record;
  const [text = "", ...parts] = partsOf(record.texts.join("\n\n"));
  const acting = record.agents.filter(({ role }) => ["author", "recipient", "participant"].includes(role));
  return {
    id: record.id,
    slug: record.slug,
    title: record.title,
    otherTitles: joined(record.titles),
    names: allNames(record.agents),
    summary: record.summary ?? "",
    subjects: joined(record.subjects.map(({ name }) => name.replaceAll("--", " – "))),
    places: allNames(record.places),
    collectionTitles: allNames(record.collections),
    dates: joined(wordingsOf(record.dateExpression, record.dateEdtf)),
    references: joined([
      ...record.references,
      record.citation,
      record.note,
      ...record.repositories.flatMap(({ name, others }) => [name, ...others]),
    ]),
    text,
    parts: Object.fromEntries(parts.map((part, index) => [`part${index + 2}`, part])),
    dateExpression: record.dateExpression,
    dateEdtf: record.dateEdtf,
    ...(dateEarliest === null || dateLatest === null ? {} : { dateEarliest, dateLatest }),
    addedAt: record.addedAt,
    typeNames: record.types.map(({ name }) => name),
    people: [...new Set(acting.map(({ name }) => name))].slice(0, peopleShown),
    collection: record.within.collection,
    person: slugs(record.agents),
    place: record.within.place,
    subject: record.within.subject,
    type: slugs(record.types),
    language: slugs(record.languages),
    repository: record.within.repository,
    classification: slugs(record.classifications),
    decade: decadesCovered(dateEarliest, dateLatest).map(String),
    year: yearsCovered(dateEarliest, dateLatest).map(String),
  };
}
