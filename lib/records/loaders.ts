import "server-only";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { listNeighbours } from "@/db/queries/record-neighbours";
import { findSurroundings } from "@/db/queries/record-relations";
import { findRecordAt, type PublicRecord, type RecordAtAddress } from "@/db/queries/record-page";
import { findRetiredSlug } from "@/db/queries/retired-slugs";
import { authoritiesTag, recordsTag, tagOf } from "@/lib/archive/cache-tags";
import { recordHref } from "@/lib/archive/hrefs";
import { answerGone, dependsOn } from "@/lib/cache/render-scope";
import { relatedRecords } from "./related";

/** Of a withdrawn record readers learn that it was withdrawn, when and why, and nothing else. */
export type WithdrawnRecord = {
  readonly status: "withdrawn";
  readonly withdrawnAt: Date | null;
  readonly reason: string;
};

/** What an address holds for readers; drafts and unknown addresses hold nothing. */
type RecordForReaders =
  | { readonly status: "published"; readonly record: PublishedRecord }
  | WithdrawnRecord
  | { readonly status: "moved"; readonly slug: string }
  | { readonly status: "absent" };

/**
 * The record at an address, or where it is now: ids and slugs of former days have moved for ever. Names the tags that the answer
 * depends on.
 */
export const findRecordForReaders = cache(async (slugOrId: string): Promise<RecordForReaders> => {
  const address = await findAddress(slugOrId);
  // Any record that is published next may take the address.
  dependsOn(address === null ? recordsTag : tagOf("record", address.id));
  if (address === null) return { status: "absent" };
  if (address.status === "withdrawn") return withdrawn(address);
  if (address.published === null) return { status: "absent" };
  if (address.slug !== slugOrId) return { status: "moved", slug: address.slug };
  return { status: "published", record: await published(address.published) };
});

/**
 * The record at the address of a page: a published one, or what is left of a withdrawn one (the page is then answered with 410).
 * Redirects where it has moved, to the same page below the record (`rest`, "/scans/3"); otherwise the page is not found.
 */
export async function loadRecord(slugOrId: string, rest = ""): Promise<PublishedRecord | WithdrawnRecord> {
  const found = await findRecordForReaders(slugOrId);
  if (found.status === "absent") notFound();
  if (found.status === "moved") permanentRedirect(`${recordHref(found.slug)}${rest}`);
  if (found.status === "published") return found.record;
  answerGone();
  return found;
}

/** The record that a slug, an id or a slug of former days leads to. */
async function findAddress(slugOrId: string): Promise<RecordAtAddress | null> {
  const bySlug = await findRecordAt({ slug: slugOrId });
  if (bySlug) return bySlug;
  const id = /^[1-9]\d{0,8}$/.test(slugOrId) ? Number(slugOrId) : await findRetiredSlug("record", slugOrId);
  return id === null ? null : findRecordAt({ id });
}

function withdrawn({ withdrawnAt, withdrawnReason }: RecordAtAddress): WithdrawnRecord {
  return {
    status: "withdrawn",
    withdrawnAt: withdrawnAt === null ? null : new Date(withdrawnAt),
    reason: withdrawnReason ?? "",
  };
}

async function published(record: PublicRecord) {
  const [neighbours, surroundings] = await Promise.all([
    listNeighbours(record.id, record.dateEarliest),
    findSurroundings(
      record,
      record.related.map((other) => other.id),
    ),
  ]);
  const { meeting, duplicates, similar } = surroundings;
  dependsOn(
    authoritiesTag,
    ...neighbours.map(({ collectionId }) => tagOf("collection", collectionId)),
    ...[...record.related, ...meeting, ...duplicates, ...similar].map((other) => tagOf("record", other.id)),
  );
  return {
    ...record,
    status: "published" as const,
    firstPublishedAt: record.firstPublishedAt === null ? null : new Date(record.firstPublishedAt),
    updatedAt: new Date(record.updatedAt),
    neighbours,
    related: relatedRecords(record, surroundings),
  };
}

export type PublishedRecord = Awaited<ReturnType<typeof published>>;
