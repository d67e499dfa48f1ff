import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { CollectionLevel } from "@/lib/archive/vocabulary";
import { db } from "../client";
import {
  archivalReferences,
  collectionRecords,
  collections,
  digitalObjects,
  externalScans,
  languages,
  recordLanguages,
  records,
  rights,
  texts,
} from "../schema";
import { isPublished } from "./listed-records";

/** A unit of description below the whole: its level and, as day numbers, the dates of the published records in it and below it. */
export type CollectionUnit = {
  readonly id: number;
  readonly level: CollectionLevel;
  readonly first: number | null;
  readonly last: number | null;
};

/** Levels and dates of published collections by id. */
export async function listCollectionUnits(ids: readonly number[]): Promise<Map<number, CollectionUnit>> {
  if (ids.length === 0) return new Map();
  const rows = await db().execute<CollectionUnit>(sql`
    with recursive within (ancestor_id, id) as (
      select id, id from ${collections} where is_published and id = any(${`{${ids.join(",")}}`}::integer[])
      union
      select within.ancestor_id, c.id from ${collections} c join within on c.parent_id = within.id where c.is_published
    )
    select a.id, a.level,
      min(r.date_earliest) filter (where r.date_earliest > -999999999) as first,
      max(r.date_latest) filter (where r.date_latest < 999999999) as last
    from within join ${collections} a on a.id = within.ancestor_id
    left join ${collectionRecords} m on m.collection_id = within.id
    left join ${records} r on r.id = m.record_id and r.status = 'published'
    group by a.id`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** How much of everything the published records of these collections have. */
export type Extent = Readonly<Record<"scans" | "scansElsewhere" | "transcripts" | "translations", number>>;

const membersOf = (ids: readonly number[]) => sql`(
  select distinct m.record_id as id from ${collectionRecords} m join ${records} r on r.id = m.record_id
  where r.status = 'published' and m.collection_id = any(${`{${ids.join(",")}}`}::integer[]))`;

/** Counts scans, here and elsewhere, and texts of a group's published records. */
export async function findExtent(ids: readonly number[]): Promise<Extent> {
  const [row] = await db().execute<Extent>(sql`
    with members as materialized ${membersOf(ids)}
    select
      (select count(*)::integer from ${digitalObjects} join members on members.id = record_id) as scans,
      (select count(*)::integer from ${externalScans} join members on members.id = record_id) as "scansElsewhere",
      (select count(*)::integer from ${texts} join members on members.id = record_id where kind = 'transcript') as transcripts,
      (select count(*)::integer from ${texts} join members on members.id = record_id where kind = 'translation') as translations`);
  return row ?? { scans: 0, scansElsewhere: 0, transcripts: 0, translations: 0 };
}

/** The languages and the rights statements of a group's published records, those of most records first. */
export async function listConditions(ids: readonly number[]): Promise<{
  languages: { code: string; name: string }[];
  rights: { name: string; uri: string | null; records: number }[];
}> {
  const members = membersOf(ids);
  const [languageRows, rightsRows] = await Promise.all([
    db().execute<{ code: string; name: string }>(sql`
      select l.code, l.name from ${members} members join ${recordLanguages} rl on rl.record_id = members.id
      join ${languages} l on l.code = rl.language_code group by l.code order by count(*) desc, l.code`),
    db().execute<{ name: string; uri: string | null; records: number }>(sql`
      select s.name, s.uri, count(*)::integer as records from ${members} members
      join ${records} r on r.id = members.id join ${rights} s on s.id = r.rights_id
      group by s.id order by count(*) desc, s.id`),
  ]);
  return { languages: [...languageRows], rights: [...rightsRows] };
}

/** The archival references of published records as they are written, by the record's slug. */
export async function listReferences(slugs: readonly string[]): Promise<Map<string, string[]>> {
  if (slugs.length === 0) return new Map();
  const rows = await db()
    .select({ slug: records.slug, raw: archivalReferences.raw })
    .from(archivalReferences)
    .innerJoin(records, and(eq(records.id, archivalReferences.recordId), isPublished))
    .where(inArray(records.slug, [...slugs]))
    .orderBy(asc(archivalReferences.recordId), asc(archivalReferences.position));
  const bySlug = new Map<string, string[]>();
  for (const { slug, raw } of rows) bySlug.set(slug, [...(bySlug.get(slug) ?? []), raw]);
  return bySlug;
}
