import { asc, eq, inArray, or, sql } from "drizzle-orm";
import { db } from "../client";
import { languages, placeNames, places } from "../schema";

/** A place with its other names; null when there is none of this slug or id. */
export async function findPlace(key: { slug: string } | { id: number }) {
  const [place] = await db()
    .select({
      id: places.id,
      slug: places.slug,
      name: places.name,
      kind: places.kind,
      latitude: places.latitude,
      longitude: places.longitude,
      scopeNote: places.scopeNote,
      wikidataId: places.wikidataId,
    })
    .from(places)
    .where("slug" in key ? eq(places.slug, key.slug) : eq(places.id, key.id));
  if (!place) return null;
  const names = await db()
    .select({
      name: placeNames.name,
      languageCode: placeNames.languageCode,
      direction: languages.direction,
      validEdtf: placeNames.validEdtf,
    })
    .from(placeNames)
    .leftJoin(languages, eq(languages.code, placeNames.languageCode))
    .where(eq(placeNames.placeId, place.id))
    .orderBy(asc(placeNames.position), asc(placeNames.id));
  return { ...place, names };
}

/** A place with everything above it and the places right within it, as far as a map needs them; in no order. */
export async function listPlaceFamily(id: number) {
  const above = await db().execute<{ id: number }>(sql`
    with recursive above (id, parent_id) as (
      select id, parent_id from ${places} where id = ${id}
      union
      select p.id, p.parent_id from ${places} p join above on p.id = above.parent_id
    )
    select id from above`);
  const ids = above.map((row) => row.id);
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
    .from(places)
    .where(or(inArray(places.id, ids), eq(places.parentId, id)));
}
