import { sql, type SQL } from "drizzle-orm";
import { openPast } from "@/lib/archive/day-number";
import { inTitleOrder } from "@/lib/archive/title-order";
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

type TreePart = "table" | "links" | "name" | "order" | "isShown";

/**
 * Counts a tree from the bottom up: each record counts once for every entry that it or something below names. `links` are pairs of
 * record and entry.
 */
async function countTree({ table, links, name, order, isShown }: Record<TreePart, SQL>): Promise<TreeRow[]> {
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

/** The whole tree, or only the entries of these ids. */
const within = (ids: readonly number[] | undefined): SQL =>
  ids === undefined ? sql`true` : sql`id = any(${sql.param([...ids])}::integer[])`;

/** Every place that published records name, or that contains such a place; siblings by name. Ids narrow it to a subtree. */
export async function listPlaceTree(ids?: readonly number[]): Promise<TreeRow[]> {
  const rows = await countTree({
    table: sql`${places}`,
    links: sql`(select record_id, place_id as entry_id from ${recordPlaces})`,
    name: sql`name`,
    order: byName,
    isShown: within(ids),
  });
  return rows.filter((row) => row.records > 0);
}

/** Every subject heading that published records carry, or that is broader than such a heading; siblings by name. */
export async function listSubjectTree(ids?: readonly number[]): Promise<TreeRow[]> {
  const rows = await countTree({
    table: sql`${subjects}`,
    links: sql`(select record_id, subject_id as entry_id from ${recordSubjects})`,
    name: sql`name`,
    order: byName,
    isShown: within(ids),
  });
  return rows.filter((row) => row.records > 0);
}

/** Every published collection, also those that hold nothing yet; siblings in their order, then by first year, then by title. */
export async function listCollectionTree(ids?: readonly number[]): Promise<TreeRow[]> {
  const [rows, places] = await Promise.all([
    countTree({
      table: sql`${collections}`,
      links: sql`(select record_id, collection_id as entry_id from ${collectionRecords})`,
      name: sql`title`,
      order: sql`shown.id`,
      isShown: sql`is_published and ${within(ids)}`,
    }),
    listCollectionPlaces(ids),
  ]);
  const placeOf = (row: TreeRow) => places.get(row.id) ?? { position: 0, year: Infinity };
  return rows.toSorted((a, b) => {
    const [one, other] = [placeOf(a), placeOf(b)];
    return (
      one.position - other.position ||
      compare(one.year, other.year) ||
      inTitleOrder(a.name, b.name) ||
      a.id - b.id
    );
  });
}

/** Years of collections without dates are infinite, and their difference is no number. */
const compare = (a: number, b: number) => (a === b ? 0 : a - b);

/** The place that curators gave each collection, and the year in which its earliest published record, or one below it, is dated. */
async function listCollectionPlaces(ids: readonly number[] | undefined) {
  const rows = await db().execute<{ id: number; position: number; year: number | null }>(sql`
    with recursive within (ancestor_id, id) as (
      select id, id from ${collections} where is_published and ${within(ids)}
      union
      select within.ancestor_id, c.id from ${collections} c join within on c.parent_id = within.id where c.is_published
    )
    select a.id, a.position, floor(min(r.date_earliest) / 10000.0)::integer as year
    from within join ${collections} a on a.id = within.ancestor_id
    left join ${collectionRecords} m on m.collection_id = within.id
    left join ${records} r on r.id = m.record_id and r.status = 'published' and r.date_earliest > ${openPast}
    group by a.id`);
  return new Map(rows.map(({ id, position, year }) => [id, { position, year: year ?? Infinity }]));
}
