import type { CitedDate } from "./dates";
import type { CitedName } from "./names";

/** A document as citations speak of it, whatever their style. */
export type CitedDocument = {
  /** The record's number, which never changes. */
  readonly id: number;
  readonly title: string;
  /** Kind of document as the archive names it ("Telegram"); null where it is not described. */
  readonly documentType: string | null;
  readonly authors: readonly CitedName[];
  readonly recipients: readonly CitedName[];
  readonly translators: readonly CitedName[];
  readonly editors: readonly CitedName[];
  /** Null for an undated document. */
  readonly date: CitedDate | null;
  /** Where the original is kept. */
  readonly original: {
    /** The reference as its source words it; null where only the archive is known. */
    readonly reference: string | null;
    readonly repository: string | null;
    readonly place: string | null;
  } | null;
  /** The edition, or else the collection of this archive, that it stands in. */
  readonly container: {
    readonly title: string;
    /** The series of editions or the collection above. */
    readonly series: string | null;
    /** The number under which the edition prints it. */
    readonly number: string | null;
  } | null;
  readonly publishers: readonly string[];
  /** BCP 47 tags and English names. */
  readonly languages: readonly { readonly code: string; readonly name: string }[];
  readonly subjects: readonly string[];
  readonly summary: string | null;
  readonly note: string | null;
  readonly rights: string | null;
  /** The whole address of the record's page. */
  readonly permalink: string;
  /** The name of this archive. */
  readonly archive: string;
};

/** What of a document is cited: all of it, or one paragraph; as it stands, or as it stood on a day. */
export type CitedPart = {
  /** The number of the paragraph, by which the record's page can be entered (`#p12`). */
  readonly paragraph: number | null;
  /** The day in words ("23 November 2026"). */
  readonly asOf: string | null;
};

export const wholeDocument: CitedPart = { paragraph: null, asOf: null };

/** "Foreign Relations of the United States, 1961–1963, Volume V, Soviet Union, document 268". */
export const containerInWords = ({ container }: CitedDocument): string | null =>
  container === null
    ? null
    : [container.title, container.number === null ? null : `document ${container.number}`]
        .filter((part) => part !== null)
        .join(", ");

/** The address that leads to what is cited. */
export const addressOf = ({ permalink }: CitedDocument, { paragraph }: CitedPart): string =>
  paragraph === null ? permalink : `${permalink}#p${paragraph}`;

/** The name under which this archive is cited, with the day for which the citation vouches. */
export const archiveInWords = ({ archive }: CitedDocument, { asOf }: CitedPart): string =>
  asOf === null ? archive : `${archive} (as of ${asOf})`;
