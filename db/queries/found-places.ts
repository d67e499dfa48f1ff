import { db } from "../client";
import { places } from "../schema";

/** Every place of the archive with what is known of where it lies; in no order. */
export async function listPlacePositions() {
  return db()
    .select({
      id: places.id,
      parentId: places.parentId,
      slug: places.slug,
      name: places.name,
      kind: places.kind,
      latitude: places.latitude,
      longitude: places.longitude,
    })
    .from(places);
}
