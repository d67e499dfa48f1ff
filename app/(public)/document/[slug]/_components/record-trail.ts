import { collectionHref, recordHref } from "@/lib/archive/hrefs";
import type { PublishedRecord } from "@/lib/records/loaders";

/** The way to a record: through the first of the collections that hold it. */
export const trailToRecord = ({ neighbours }: Pick<PublishedRecord, "neighbours">) => [
  { label: "Collections", href: "/collections" },
  ...neighbours.slice(0, 1).map(({ collectionTitle, collectionSlug }) => ({
    label: collectionTitle,
    href: collectionHref(collectionSlug),
  })),
];

/** The way to a page that belongs to a record: through the record itself. */
export const trailThroughRecord = (record: Pick<PublishedRecord, "neighbours" | "title" | "slug">) => [
  ...trailToRecord(record),
  { label: record.title, href: recordHref(record.slug) },
];
