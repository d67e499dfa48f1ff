import { eq, sql } from "drizzle-orm";
import { db } from "../client";
import { places, recordPlaces } from "../schema";
import type { PlacedRow } from "./mapped-places";

/** Every place of the archive with how many of the records name it; in no order. */
export async function listPlacesOf(recordIds: readonly number[]): Promise<PlacedRow[]> {
  const counts = db()
    .select({
      placeId: recordPlaces.placeId,
      records: sql<number>`count(distinct ${recordPlaces.recordId})::integer`.as("records"),
    })
    .from(recordPlaces)
    .where(sql`${recordPlaces.recordId} = any(${sql.param([...recordIds])}::integer[])`)
    .groupBy(recordPlaces.placeId)
    .as("counts");
  return db()
    .select({
      id: places.id,
      parentId: places.parentId,
      slug: places.slug,
      name: places.name,
      kind: places.kind,
      latitude: places.latitude,
      longitude: places.longitude,
      records: sql<number>`coalesce(${counts.records}, 0)`,
    })
    .from(places)
    .leftJoin(counts, eq(counts.placeId, places.id));
}
