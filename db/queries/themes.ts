import { and, asc, eq, sql } from "drizzle-orm";
import { db } from "../client";
import {
  collections,
  places,
  records,
  themeCollections,
  themeRecords,
  themes,
  timelineEvents,
} from "../schema";
import { inDateOrder, isPublished, listedColumns } from "./listed-records";

/** Published themes in their order. */
export async function listThemes() {
  return db()
    .select({ slug: themes.slug, title: themes.title, abstract: themes.abstract })
    .from(themes)
    .where(eq(themes.isPublished, true))
    .orderBy(asc(themes.position), asc(themes.id));
}

/** A published theme; null when readers may not see one of this slug or id. */
export async function findTheme(key: { slug: string } | { id: number }) {
  const [theme] = await db()
    .select({
      id: themes.id,
      slug: themes.slug,
      title: themes.title,
      abstract: themes.abstract,
      essay: themes.essay,
    })
    .from(themes)
    .where(
      and(eq(themes.isPublished, true), "slug" in key ? eq(themes.slug, key.slug) : eq(themes.id, key.id)),
    );
  return theme ?? null;
}

/** What a theme gathers: published collections and records, and its timeline in order of time. */
export async function findThemeContents(themeId: number) {
  const [gathered, chosen, events] = await Promise.all([
    db()
      .select({
        id: collections.id,
        slug: collections.slug,
        title: collections.title,
        abstract: collections.abstract,
      })
      .from(themeCollections)
      .innerJoin(collections, eq(collections.id, themeCollections.collectionId))
      .where(and(eq(themeCollections.themeId, themeId), eq(collections.isPublished, true)))
      .orderBy(asc(themeCollections.position), asc(collections.id)),
    db()
      .select(listedColumns)
      .from(themeRecords)
      .innerJoin(records, eq(records.id, themeRecords.recordId))
      .where(and(eq(themeRecords.themeId, themeId), isPublished))
      .orderBy(asc(themeRecords.position), ...inDateOrder),
    db()
      .select({
        id: timelineEvents.id,
        title: timelineEvents.title,
        description: timelineEvents.description,
        dateExpression: timelineEvents.dateExpression,
        dateEdtf: timelineEvents.dateEdtf,
        dateEarliest: timelineEvents.dateEarliest,
        dateLatest: timelineEvents.dateLatest,
        record: { slug: records.slug, title: records.title },
        place: { slug: places.slug, name: places.name },
      })
      .from(timelineEvents)
      .leftJoin(records, and(eq(records.id, timelineEvents.recordId), isPublished))
      .leftJoin(places, eq(places.id, timelineEvents.placeId))
      .where(eq(timelineEvents.themeId, themeId))
      .orderBy(sql`${timelineEvents.dateEarliest} nulls last`, asc(timelineEvents.id)),
  ]);
  return { collections: gathered, records: chosen, events };
}
