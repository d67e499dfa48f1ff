import { sql } from "drizzle-orm";
import { db } from "../client";
import type { PlacedRow } from "./mapped-places";

/** Every place of the archive with how many of the records name it or a place within it; in no order. */
export async function listPlacesOf(recordIds: readonly number[]): Promise<PlacedRow[]> {
  const rows = await db().execute<PlacedRow>(sql`
    with recursive named as (
      select l.record_id, p.id, p.parent_id from record_places l join places p on p.id = l.place_id
      where l.record_id = any(${sql.param([...recordIds])}::integer[])
      union
      select named.record_id, p.id, p.parent_id from named join places p on p.id = named.parent_id
    )
    select p.id, p.parent_id as "parentId", p.slug, p.name, p.kind, p.latitude, p.longitude,
      coalesce(counts.records, 0) as records
    from places p left join (
      select id, count(*)::integer as records from named group by id
    ) counts on counts.id = p.id`);
  return [...rows];
}
