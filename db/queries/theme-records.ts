import { sql, type SQL } from "drizzle-orm";
import type { DayNumber } from "@/lib/archive/day-number";
import { db } from "../client";
import {
  agents,
  collectionRecords,
  collections,
  places,
  recordAgents,
  recordPlaces,
  records,
  themeCollections,
  themeRecords,
} from "../schema";
import type { ListedRow } from "./listed-records";

/** The ids of a theme's published records: the chosen ones, and those in its collections and below them. */
const members = (themeId: number): SQL => sql`(
  with recursive gathered (id) as (
    select tc.collection_id from ${themeCollections} tc join ${collections} c on c.id = tc.collection_id
    where tc.theme_id = ${themeId} and c.is_published
    union
    select c.id from ${collections} c join gathered on c.parent_id = gathered.id where c.is_published
  )
  select r.id from ${records} r
  where r.status = 'published' and (
    r.id in (select m.record_id from ${collectionRecords} m join gathered on gathered.id = m.collection_id)
    or r.id in (select record_id from ${themeRecords} where theme_id = ${themeId})))`;

/** A stretch of days around an event, both ends included. */
export type Around = { readonly eventId: number; readonly first: DayNumber; readonly last: DayNumber };
export type EventRecord = ListedRow & {
  readonly eventId: number;
  /** How many of the theme's records are dated within the stretch. */
  readonly total: number;
};

/** The theme's records dated wholly within each stretch, at most `limit` of each, in date order. */
export async function listRecordsAround(
  themeId: number,
  stretches: readonly Around[],
  limit: number,
): Promise<EventRecord[]> {
  if (stretches.length === 0) return [];
  const values = sql.join(
    stretches.map(
      ({ eventId, first, last }) => sql`(${eventId}::integer, ${first}::integer, ${last}::integer)`,
    ),
    sql`, `,
  );
  const rows = await db().execute<EventRecord>(sql`
    with members as materialized ${members(themeId)}
    select * from (
      select s.id as "eventId", r.slug, r.title, r.summary,
        r.date_expression as "dateExpression", r.date_edtf as "dateEdtf",
        count(*) over (partition by s.id)::integer as total,
        row_number() over (partition by s.id order by r.date_earliest, r.id) as place
      from (values ${values}) as s (id, first, last)
      join ${records} r on r.date_earliest between s.first and s.last and r.date_latest <= s.last
      join members on members.id = r.id
    ) around where place <= ${limit} order by "eventId", place`);
  return rows.map(({ eventId, total, slug, title, summary, dateExpression, dateEdtf }) => ({
    eventId,
    total,
    slug,
    title,
    summary,
    dateExpression,
    dateEdtf,
  }));
}

export type ThemePlace = {
  readonly slug: string;
  readonly name: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly records: number;
};
export type ThemePerson = { readonly slug: string; readonly name: string; readonly records: number };

/** What a theme's records name most often: places, and persons, each with the number of records. */
export async function listThemeNames(
  themeId: number,
  limits: { places: number; people: number },
): Promise<{ places: ThemePlace[]; people: ThemePerson[] }> {
  const [placeRows, peopleRows] = await Promise.all([
    db().execute<ThemePlace>(sql`
      select p.slug, p.name, p.latitude, p.longitude, count(distinct rp.record_id)::integer as records
      from ${members(themeId)} members join ${recordPlaces} rp on rp.record_id = members.id
      join ${places} p on p.id = rp.place_id
      group by p.id order by records desc, p.name, p.id limit ${limits.places}`),
    db().execute<ThemePerson>(sql`
      select a.slug, a.name, count(distinct ra.record_id)::integer as records
      from ${members(themeId)} members join ${recordAgents} ra on ra.record_id = members.id
      join ${agents} a on a.id = ra.agent_id and a.kind = 'person'
      group by a.id order by records desc, a.name, a.id limit ${limits.people}`),
  ]);
  return { places: [...placeRows], people: [...peopleRows] };
}
