import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { CollectionLevel } from "@/lib/archive/vocabulary";
import { db } from "../client";
import { collectionRecords, collections, digitalObjects, records, themeCollections, themes } from "../schema";
import { isPublished } from "./listed-records";

export type CollectionPage = {
  readonly id: number;
  readonly slug: string;
  readonly level: CollectionLevel;
  readonly title: string;
  readonly abstract: string | null;
  readonly essay: string | null;
};

const columns = {
  id: collections.id,
  slug: collections.slug,
  level: collections.level,
  title: collections.title,
  abstract: collections.abstract,
  essay: collections.essay,
};

/** A published collection by its slug or, for addresses that changed, its id; null when readers may not see it. */
export async function findCollection(key: { slug: string } | { id: number }): Promise<CollectionPage | null> {
  const [row] = await db()
    .select(columns)
    .from(collections)
    .where(
      and(
        eq(collections.isPublished, true),
        "slug" in key ? eq(collections.slug, key.slug) : eq(collections.id, key.id),
      ),
    );
  return row ?? null;
}

/** Abstracts of published collections, by id. */
export async function listAbstracts(ids: readonly number[]): Promise<Map<number, string | null>> {
  if (ids.length === 0) return new Map();
  const rows = await db()
    .select({ id: collections.id, abstract: collections.abstract })
    .from(collections)
    .where(and(eq(collections.isPublished, true), inArray(collections.id, [...ids])));
  return new Map(rows.map(({ id, abstract }) => [id, abstract]));
}

export type FeaturedCollection = {
  readonly slug: string;
  readonly title: string;
  readonly abstract: string | null;
  readonly records: number;
};

/** The collections that curators put on the home page, in their order, with the number of their published records. */
export async function listFeaturedCollections(limit: number): Promise<FeaturedCollection[]> {
  return db()
    .select({
      slug: collections.slug,
      title: collections.title,
      abstract: collections.abstract,
      records: sql<number>`count(${records.id})::integer`,
    })
    .from(collections)
    .leftJoin(collectionRecords, eq(collectionRecords.collectionId, collections.id))
    .leftJoin(records, and(eq(records.id, collectionRecords.recordId), isPublished))
    .where(and(eq(collections.isPublished, true), eq(collections.isFeatured, true)))
    .groupBy(collections.id)
    .orderBy(asc(collections.position), asc(collections.id))
    .limit(limit);
}

/** First and last known day of a group's published records, as day numbers; null where no date is known. */
export async function findDateRange(collectionIds: readonly number[]) {
  const [row] = await db()
    .select({
      first: sql<
        number | null
      >`min(${records.dateEarliest}) filter (where ${records.dateEarliest} > -999999999)`,
      last: sql<number | null>`max(${records.dateLatest}) filter (where ${records.dateLatest} < 999999999)`,
    })
    .from(records)
    .innerJoin(collectionRecords, eq(collectionRecords.recordId, records.id))
    .where(and(isPublished, inArray(collectionRecords.collectionId, [...collectionIds])));
  return row ?? { first: null, last: null };
}

/** Published themes that gather this collection. */
export async function listThemesOfCollection(collectionId: number) {
  return db()
    .select({ slug: themes.slug, title: themes.title })
    .from(themeCollections)
    .innerJoin(themes, eq(themes.id, themeCollections.themeId))
    .where(and(eq(themeCollections.collectionId, collectionId), eq(themes.isPublished, true)))
    .orderBy(asc(themes.position), asc(themes.id));
}

/** A picture that stands for a collection or a theme, with the record it is of. */
export type Cover = {
  readonly id: number;
  readonly sha256: string;
  readonly mediaType: string;
  readonly hasPictures: boolean;
  readonly alternativeText: string | null;
  readonly caption: string | null;
  readonly recordSlug: string;
  readonly recordTitle: string;
};

/** The cover of a collection or a theme; null where none is chosen or its record is not published. */
export async function findCover(owner: "collection" | "theme", ownerId: number): Promise<Cover | null> {
  const table = owner === "collection" ? collections : themes;
  const [row] = await db()
    .select({
      id: digitalObjects.id,
      sha256: digitalObjects.sha256,
      mediaType: digitalObjects.mediaType,
      hasPictures: sql<boolean>`${digitalObjects.derivedAt} is not null and ${digitalObjects.derivationError} is null`,
      alternativeText: digitalObjects.alternativeText,
      caption: digitalObjects.caption,
      recordSlug: records.slug,
      recordTitle: records.title,
    })
    .from(table)
    .innerJoin(digitalObjects, eq(digitalObjects.id, table.coverObjectId))
    .innerJoin(records, and(eq(records.id, digitalObjects.recordId), isPublished))
    .where(eq(table.id, ownerId));
  return row ?? null;
}
