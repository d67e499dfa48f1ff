import "server-only";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { listNeighbours } from "@/db/queries/record-neighbours";
import {
  findPublishedRecord,
  findRecordAddress,
  listRelatedRecords,
  type RecordAddress,
} from "@/db/queries/record-page";
import { findRetiredSlug } from "@/db/queries/retired-slugs";
import { authoritiesTag, recordsTag, tagOf } from "@/lib/archive/cache-tags";
import { recordHref } from "@/lib/archive/hrefs";
import { listedRecord } from "@/lib/archive/listed-record";
import { relationInWords } from "@/lib/archive/relation-words";
import { answerGone, dependsOn } from "@/lib/cache/render-scope";

/** Of a withdrawn record readers learn that it was withdrawn, when and why, and nothing else. */
export type WithdrawnRecord = {
  readonly status: "withdrawn";
  readonly withdrawnAt: Date | null;
  readonly reason: string;
};

/**
 * The record at an address: a published one, or what is left of a withdrawn one (the page is then answered with 410). Ids and slugs
 * of former days redirect for ever; drafts and unknown addresses are not found.
 */
export const loadRecord = cache(async (slugOrId: string) => {
  const address = await findAddress(slugOrId);
  if (address === null) {
    // Any record that is published next may take the address.
    dependsOn(recordsTag);
    notFound();
  }
  dependsOn(tagOf("record", address.id));
  if (address.status === "withdrawn") return withdrawn(address);
  if (address.status !== "published") notFound();
  if (address.slug !== slugOrId) permanentRedirect(recordHref(address.slug));
  return published(address.id);
});

/** The record that a slug, an id or a slug of former days leads to. */
async function findAddress(slugOrId: string): Promise<RecordAddress | null> {
  const bySlug = await findRecordAddress({ slug: slugOrId });
  if (bySlug) return bySlug;
  const id = /^[1-9]\d{0,8}$/.test(slugOrId) ? Number(slugOrId) : await findRetiredSlug("record", slugOrId);
  return id === null ? null : findRecordAddress({ id });
}

function withdrawn(address: RecordAddress): WithdrawnRecord {
  answerGone();
  return { status: "withdrawn", withdrawnAt: address.withdrawnAt, reason: address.withdrawnReason ?? "" };
}

async function published(id: number) {
  const record = await findPublishedRecord(id);
  if (record === null) notFound();
  const [related, neighbours] = await Promise.all([
    listRelatedRecords(id),
    listNeighbours(id, record.dateEarliest),
  ]);
  dependsOn(
    authoritiesTag,
    ...neighbours.map(({ collectionId }) => tagOf("collection", collectionId)),
    ...related.map((other) => tagOf("record", other.id)),
  );
  return {
    ...record,
    neighbours,
    related: related.map((row) => ({
      ...listedRecord(row),
      relation: relationInWords(row.kind, row.direction),
      note: row.note,
    })),
  };
}

export type PublishedRecord = Awaited<ReturnType<typeof published>>;
