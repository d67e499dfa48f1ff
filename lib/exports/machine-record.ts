import type { ExportedRecord } from "@/db/queries/exported-records";
import { isoDayOf } from "@/lib/archive/day-number";
import { recordHref } from "@/lib/archive/hrefs";
import { shownDate } from "@/lib/archive/listed-record";

/** A whole address of this archive from a path. */
export type AddressOf = (path: string) => string;

type Named = { readonly slug: string; readonly name: string };

/** A record as JSON tells it: every field is there, empty ones as null or an empty list. */
export type MachineRecord = {
  readonly id: number;
  readonly slug: string;
  readonly address: string;
  readonly title: string;
  /** Null for an undated record. */
  readonly date: {
    readonly words: string;
    /** ISO 8601-2. */
    readonly edtf: string | null;
    /** The first and last day it may be, ISO 8601; null where it is open. */
    readonly earliest: string | null;
    readonly latest: string | null;
  } | null;
  readonly summary: string | null;
  readonly people: readonly (Named & { readonly role: string })[];
  readonly places: readonly (Named & { readonly role: string })[];
  readonly subjects: readonly Named[];
  readonly types: readonly Named[];
  readonly languages: readonly { readonly code: string; readonly name: string }[];
  readonly classifications: readonly Named[];
  readonly collections: readonly { readonly slug: string; readonly title: string }[];
  readonly archivalReferences: readonly {
    readonly reference: string;
    readonly repository: Named | null;
  }[];
  readonly sourceCitation: string | null;
  readonly rights: { readonly name: string; readonly uri: string | null } | null;
  readonly published: string;
  readonly updated: string;
};

/** An instant as the database gives it in JSON, in UTC. */
export const instantOf = (stored: string): string => new Date(stored).toISOString();

/** A day number as ISO 8601; null where there is none. */
export const dayIn = (day: number | null): string | null => (day === null ? null : isoDayOf(day));

/** A published record as JSON tells it. */
export function machineRecord(record: ExportedRecord, addressOf: AddressOf): MachineRecord {
  const { links } = record;
  const named = (kind: "subject" | "type" | "classification"): Named[] =>
    links.flatMap((link) => (link.kind === kind ? [{ slug: link.slug, name: link.name }] : []));
  const words = shownDate(record)?.words;
  return {
    id: record.id,
    slug: record.slug,
    address: addressOf(recordHref(record.slug)),
    title: record.title,
    date:
      words === undefined
        ? null
        : {
            words,
            edtf: record.dateEdtf,
            earliest: dayIn(record.dateEarliest),
            latest: dayIn(record.dateLatest),
          },
    summary: record.summary,
    people: links.flatMap((link) =>
      link.kind === "agent" ? [{ slug: link.slug, name: link.name, role: link.role }] : [],
    ),
    places: links.flatMap((link) =>
      link.kind === "place" ? [{ slug: link.slug, name: link.name, role: link.role }] : [],
    ),
    subjects: named("subject"),
    types: named("type"),
    languages: links.flatMap((link) =>
      link.kind === "language" ? [{ code: link.slug, name: link.name }] : [],
    ),
    classifications: named("classification"),
    collections: record.collections,
    archivalReferences: record.references.map(({ raw, repositorySlug, repositoryName }) => ({
      reference: raw,
      repository:
        repositorySlug === null || repositoryName === null
          ? null
          : { slug: repositorySlug, name: repositoryName },
    })),
    sourceCitation: record.sourceCitation,
    rights: record.rights,
    published: instantOf(record.firstPublishedAt),
    updated: instantOf(record.updatedAt),
  };
}
