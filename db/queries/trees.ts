import { sql, type SQL } from "drizzle-orm";
import { db } from "../client";
import {
  collectionRecords,
  collections,
  places,
  recordPlaces,
  records,
  recordSubjects,
  subjects,
} from "../schema";

/** An entry of a tree with the number of published records in it and in everything below it. */
export type TreeRow = {
  readonly id: number;
  readonly parentId: number | null;
  readonly slug: string;
  readonly name: string;
  readonly records: number;
};

/**
 * Counts a tree from the bottom up: each record counts once for every entry that it or something below names. `links` are pairs of
 * record and entry.
 */
async function countTree(table: SQL, links: SQL, name: SQL, order: SQL, isShown: SQL): Promise<TreeRow[]> {
  const rows = await db().execute<TreeRow>(sql`
    with recursive shown as (select * from ${table} where ${isShown}),
    within (ancestor_id, id) as (
      select id, id from shown
      union
      select within.ancestor_id, shown.id from shown join within on shown.parent_id = within.id
    ),
    pairs as (
      select distinct within.ancestor_id, links.record_id
      from ${links} links
      join ${records} records on records.id = links.record_id and records.status = 'published'
      join within on within.id = links.entry_id
    ),
    counts as (select ancestor_id, count(*)::integer as records from pairs group by ancestor_id)
    select shown.id, shown.parent_id as "parentId", shown.slug, ${name} as name, coalesce(counts.records, 0) as records
    from shown left join counts on counts.ancestor_id = shown.id
    order by ${order}`);
  return [...rows];
}

const byName = sql`lower(unaccent(name)), shown.id`;

/** Every place that published records name, or that contains such a place; siblings by name. */
export async function listPlaceTree(): Promise<TreeRow[]> {
  const links = sql`(select record_id, place_id as entry_id from ${recordPlaces})`;
  const rows = await countTree(sql`${places}`, links, sql`name`, byName, sql`true`);
  return rows.filter((row) => row.records > 0);
}

/** Every subject heading that published records carry, or that is broader than such a heading; siblings by name. */
export async function listSubjectTree(): Promise<TreeRow[]> {
  const links = sql`(select record_id, subject_id as entry_id from ${recordSubjects})`;
  const rows = await countTree(sql`${subjects}`, links, sql`name`, byName, sql`true`);
  return rows.filter((row) => row.records > 0);
}

/** Every published collection, also those that hold nothing yet; siblings in their order. */
export async function listCollectionTree(): Promise<TreeRow[]> {
  const links = sql`(select record_id, collection_id as entry_id from ${collectionRecords})`;
  const order = sql`position, lower(unaccent(title)), shown.id`;
  return countTree(sql`${collections}`, links, sql`title`, order, sql`is_published`);
}
