import { sql, type SQL } from "drizzle-orm";
import type { CoverageStep } from "@/lib/archive/coverage";
import { db } from "../client";
import {
  archivalReferences,
  digitalObjects,
  externalScans,
  languages,
  places,
  recordLanguages,
  recordPlaces,
  records,
  repositories,
  texts,
} from "../schema";
import { knownDay } from "./date-conditions";

/** What records can be counted by, each with its entries and with pairs of record and entry. */
const kinds = {
  // A place holds the records of everything within it, as its page does; regions would only repeat their countries.
  place: {
    entries: sql`(select id::text as entry, slug as key, name from ${places} where kind <> 'region')`,
    pairs: sql`(
      with recursive within (ancestor_id, id) as (
        select id, id from ${places} where kind <> 'region'
        union
        select within.ancestor_id, p.id from ${places} p join within on p.parent_id = within.id
      )
      select within.ancestor_id::text as entry, record_id
      from ${recordPlaces} join within on within.id = place_id)`,
  },
  language: {
    entries: sql`(select code as entry, code as key, name from ${languages})`,
    pairs: sql`(select language_code as entry, record_id from ${recordLanguages})`,
  },
  repository: {
    entries: sql`(select id::text as entry, slug as key, name from ${repositories})`,
    pairs: sql`(select repository_id::text as entry, record_id from ${archivalReferences} where repository_id is not null)`,
  },
} as const;
export type CoverageKind = keyof typeof kinds;

/** A number of published records; `column` is the first astronomical year of a column, null for undated records. */
type CoverageCount = { readonly column: number | null; readonly records: number };
export type CoverageRow = CoverageCount & {
  /** The part of the entry's address; null for what stands for several entries or for none. */
  readonly key: string | null;
  /** An entry's name, or which records a row without an entry counts. */
  readonly name: string;
  readonly kind: "entry" | "others" | "none";
};

const columnOf = (step: CoverageStep): SQL =>
  sql`floor(${knownDay} / ${sql.raw(`${step * 10_000}.0`)})::integer * ${sql.raw(String(step))}`;

/** The first and the last astronomical year in which dates of published records begin; null where none is dated. */
export async function findYearRange(): Promise<{ first: number; last: number } | null> {
  const [row] = await db().execute<{ first: number | null; last: number | null }>(sql`
    select floor(min(${knownDay}) / 10000.0)::integer as first, floor(max(${knownDay}) / 10000.0)::integer as last
    from ${records} where ${records.status} = 'published'`);
  return row && row.first !== null && row.last !== null ? { first: row.first, last: row.last } : null;
}

/**
 * Published records by an entry and by the time in which their date begins: the `limit` entries with most records, then the records
 * that only have other entries, then those that have none. A record counts for each of its entries.
 */
export async function countCoverage(
  kind: CoverageKind,
  step: CoverageStep,
  limit: number,
): Promise<CoverageRow[]> {
  const { entries, pairs } = kinds[kind];
  const rows = await db().execute<CoverageRow>(sql`
    with dated as materialized (
      select ${records.id} as id, ${columnOf(step)} as column from ${records} where ${records.status} = 'published'
    ),
    pairs as materialized (
      select distinct p.entry, p.record_id, dated.column from ${pairs} p join dated on dated.id = p.record_id
    ),
    top as materialized (
      select entry, count(*) as total from pairs group by entry order by total desc, entry limit ${limit}
    )
    select key, name, kind, counts.column as column, counts.records from (
      select e.key, e.name, 'entry' as kind, p.column, count(*)::integer as records, max(top.total) as total
      from pairs p join top using (entry) join ${entries} e using (entry) group by p.entry, e.key, e.name, p.column
      union all
      select null, '', case when id in (select record_id from pairs) then 'others' else 'none' end,
        dated.column, count(*)::integer, 0
      from dated where id not in (select record_id from pairs join top using (entry)) group by 3, 4
    ) counts
    order by array_position(array['entry', 'others', 'none'], kind), total desc, name, key, counts.column nulls last`);
  return [...rows];
}

export type CompletenessCount = CoverageCount & {
  readonly scans: number;
  readonly scansElsewhere: number;
  readonly transcripts: number;
  readonly translations: number;
  /** Described only: neither scan nor text. */
  readonly bare: number;
};

/** Published records by time, and how many of them have a scan here, a scan elsewhere, a transcript, a translation, or nothing of these. */
export async function countCompleteness(step: CoverageStep): Promise<CompletenessCount[]> {
  const rows = await db().execute<CompletenessCount>(sql`
    with complete as materialized (
      select ${columnOf(step)} as column,
        ${records.id} in (select record_id from ${digitalObjects}) as scan,
        ${records.id} in (select record_id from ${externalScans}) as scan_elsewhere,
        ${records.id} in (select record_id from ${texts} where kind = 'transcript') as transcript,
        ${records.id} in (select record_id from ${texts} where kind = 'translation') as translation
      from ${records} where ${records.status} = 'published'
    )
    select complete.column as column, count(*)::integer as records,
      count(*) filter (where scan)::integer as scans,
      count(*) filter (where scan_elsewhere)::integer as "scansElsewhere",
      count(*) filter (where transcript)::integer as transcripts,
      count(*) filter (where translation)::integer as translations,
      count(*) filter (where not (scan or scan_elsewhere or transcript or translation))::integer as bare
    from complete group by 1 order by 1`);
  return [...rows];
}
