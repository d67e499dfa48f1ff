import { and, between, eq, sql, type SQL } from "drizzle-orm";
import type { PlaceKind, PlaceRole } from "@/lib/archive/vocabulary";
import { db } from "../client";
import { places, recordPlaces, records } from "../schema";
import { knownDay } from "./date-conditions";
import { isPublished } from "./listed-records";

/** Which records count: those whose date begins in one of the years (inclusive, astronomical) and that name the place in the role. */
export type PlacedFilter = {
  readonly from: number | null;
  readonly to: number | null;
  readonly role: PlaceRole | null;
};

/** A place with its parent and the number of published records that name it itself. */
export type PlacedRow = {
  readonly id: number;
  readonly parentId: number | null;
  readonly slug: string;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly records: number;
};

function counted({ from, to, role }: PlacedFilter): SQL | undefined {
  const isWithin =
    from === null && to === null
      ? undefined
      : between(knownDay, (from ?? -99_999) * 10_000, (to ?? 99_999) * 10_000 + 9999);
  return and(isPublished, isWithin, role === null ? undefined : eq(recordPlaces.role, role));
}

/** Every place of the archive, also those that no record counts for: they may contain others. In no order. */
export async function listPlacedPlaces(filter: PlacedFilter): Promise<PlacedRow[]> {
  const counts = db()
    .select({
      placeId: recordPlaces.placeId,
      records: sql<number>`count(distinct ${recordPlaces.recordId})::integer`.as("records"),
    })
    .from(recordPlaces)
    .innerJoin(records, eq(records.id, recordPlaces.recordId))
    .where(counted(filter))
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

/** How many published records that name a place begin in each decade; dates with no known day are left out. */
export async function countPlacedDecades(
  role: PlaceRole | null,
): Promise<{ decade: number; records: number }[]> {
  return db()
    .select({
      decade: sql<number>`(floor(${knownDay} / 100000.0) * 10)::integer`,
      records: sql<number>`count(distinct ${records.id})::integer`,
    })
    .from(recordPlaces)
    .innerJoin(records, eq(records.id, recordPlaces.recordId))
    .where(and(counted({ from: null, to: null, role }), sql`${knownDay} is not null`))
    .groupBy(sql`1`)
    .orderBy(sql`1`);
}
