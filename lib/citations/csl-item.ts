import { addressOf, wholeDocument, type CitedDocument } from "./cited-document";
import type { CslDate } from "./dates";
import { documentKind } from "./document-kinds";
import type { CitedName } from "./names";

/** An item of CSL-JSON (schema 1.0.2), with the variables that archival documents have a use for. */
export type CslItem = {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly CitedName[];
  readonly recipient?: readonly CitedName[];
  readonly translator?: readonly CitedName[];
  readonly editor?: readonly CitedName[];
  readonly issued?: CslDate;
  readonly genre?: string;
  readonly archive?: string;
  readonly archive_location?: string;
  readonly "archive-place"?: string;
  readonly "container-title"?: string;
  readonly "collection-title"?: string;
  readonly number?: string;
  readonly publisher?: string;
  readonly source?: string;
  readonly language?: string;
  readonly abstract?: string;
  readonly keyword?: string;
  readonly note?: string;
  readonly URL?: string;
};

/** An object without what is null or empty in it, as CSL-JSON leaves out what it does not know. */
export function known<Values extends Readonly<Record<string, string | readonly CitedName[] | null>>>(
  values: Values,
): { [Name in keyof Values]?: NonNullable<Values[Name]> } {
  const kept: { [Name in keyof Values]?: NonNullable<Values[Name]> } = {};
  for (const key in values) {
    const value = values[key];
    if (value && value.length > 0) kept[key] = value;
  }
  return kept;
}

/** Names go out as the authority file has them. */
const asHeading = (name: CitedName): CitedName => ("literal" in name ? { literal: name.literal } : name);

/** A document as an item of CSL-JSON, for reference managers. Titles and references stand as written, without markup. */
export function cslItemOf(document: CitedDocument): CslItem {
  const { authors, recipients, translators, editors, original } = document;
  return {
    id: recordKey(document),
    type: documentKind(document.documentType).csl,
    title: document.title,
    ...known({
      author: authors.map(asHeading),
      recipient: recipients.map(asHeading),
      translator: translators.map(asHeading),
      editor: editors.map(asHeading),
    }),
    ...(document.date === null ? {} : { issued: document.date.exchanged }),
    ...known({
      genre: document.documentType,
      archive: original?.repository ?? null,
      archive_location: original?.reference ?? null,
      "archive-place": original?.place ?? null,
      "container-title": document.container?.title ?? null,
      "collection-title": document.container?.series ?? null,
      number: document.container?.number ?? null,
      publisher: document.publishers.join("; "),
      source: document.archive,
      language: document.languages.map(({ code }) => code).join(", "),
      abstract: document.summary,
      keyword: document.subjects.join(", "),
      note: document.note,
      URL: addressOf(document, wholeDocument),
    }),
  };
}

/** What a document is called among the entries of a bibliography: by its number, which never changes. */
export const recordKey = ({ id }: CitedDocument): string => `record-${id}`;

/** A document as a file of CSL-JSON: an array of one item. */
export const asCslJson = (document: CitedDocument): string =>
  `${JSON.stringify([cslItemOf(document)], null, 2)}\n`;
