import { sql as statement } from "drizzle-orm";
import { mostDecades, mostYears } from "@/lib/archive/date-buckets";
import { openFuture, openPast } from "@/lib/archive/day-number";
import { holdingMark, levelMark } from "@/lib/archive/holding";
import { db, sqlPool } from "../client";
import { countedWords, worthOfWords } from "./ranking-weights";

/** What records are counted and narrowed by. The first of these are facets; the last only fields of the query language. */
export const dimensions = [
  "collection",
  "person",
  "place",
  "subject",
  "type",
  "language",
  "repository",
  "classification",
  "decade",
  "year",
  "author",
  "recipient",
  "has",
] as const;
export type Dimension = (typeof dimensions)[number];

/** Stands for "no date" among day numbers, which are far smaller. */
export const noDay = -2_147_483_648;

/** Where to read on: a transaction before which nothing was under way any more when it was asked for. */
export type ReadingPoint = string;

/** What changed, and in which database: another one in its place (a backup that was restored) is another archive. */
export type Changes = {
  readonly database: string;
  readonly point: ReadingPoint;
  /** Of the postings; null where none were ever written. */
  readonly generation: number | null;
  readonly changed: readonly { readonly id: number; readonly by: string }[];
};

/**
 * Records that may have changed since a reading point, each with the transaction that changed it last, and the point to read on from: nothing
 * that is committed later is older. Without a point none are told of; nor are rows of a backup, whose transactions were another server's and
 * may be yet to come here.
 */
export async function findChanges(since: ReadingPoint | null): Promise<Changes> {
  const [row] = await sqlPool()<Changes[]>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as point, (select generation from search_posting_state) as generation,
      (select oid::text from pg_database where datname = current_database()) as database,
      coalesce((
        select json_agg(json_build_object('id', record_id, 'by', changed_in::text)) from record_search 
        where changed_in >= ${since}::xid8 and changed_in < pg_snapshot_xmax(pg_current_snapshot())
      ), '[]') as changed`;
  if (!row) throw new Error("PostgreSQL gave no answer about its state.");
  return row;
}

/**
 * Published records, all or those of the given ids, packed: six big-endian 32-bit integers each: id, first and last day (`noDay` where
 * undated), seconds since 1970 of its publication, segment of its postings (0 for none), and 1 where that segment is out of date.
 */
export async function readCatalogueRecords(ids: readonly number[] | null): Promise<Buffer> {
  const sql = sqlPool();
  const [row] = await sql<{ packed: Buffer | null }[]>`
    select string_agg(
      int4send(r.id) || int4send(coalesce(r.date_earliest, ${noDay}::integer)) || int4send(coalesce(r.date_latest, ${noDay}::integer))
      || int4send(coalesce(extract(epoch from r.first_published_at), 0)::integer) || int4send(coalesce(s.segment, 0))
      || int4send((not s.is_posted)::integer), ''::bytea) as packed
    from records r join record_search s on s.record_id = r.id
    where r.status = 'published' ${ids ? sql`and r.id = any(${[...ids]}::integer[])` : sql``}`;
  return row?.packed ?? Buffer.alloc(0);
}

/** The values of an archival reference `l`: the archive by `archive`, and each level of its order that the reference names. */
export const holdingValues = (archive: string): string => `lateral (values
    (${archive}),
    (${archive} || '${holdingMark}' || l.fonds),
    (${archive} || '${holdingMark}' || coalesce(l.fonds, '-') || '${levelMark}' || l.series),
    (${archive} || '${holdingMark}' || coalesce(l.fonds, '-') || '${levelMark}' || coalesce(l.series, '-') || '${levelMark}' || l.file)
  ) v (value)`;

/** A value of a dimension and the records that have it, ids packed as big-endian 32-bit integers. */
export type PackedValue = { readonly dimension: Dimension; readonly value: string; readonly ids: Buffer };

/**
 * What published records, all or those of the given ids, can be narrowed by. Values are numbers of authority entries, codes of languages,
 * first years of times; places in an archive's order begin with its number (`lib/archive/holding`). Broader places, subjects and collections count as well.
 */
export async function readCatalogueValues(ids: readonly number[] | null): Promise<PackedValue[]> {
  const sql = sqlPool();
  const within = ids ? sql`where l.record_id = any(${[...ids]}::integer[])` : sql``;
  const buckets = (step: number, most: number) => sql`
    select l.record_id, (n * ${step}::integer)::text as value
    from (select id as record_id, floor(date_earliest / ${step * 10_000}::float8)::integer as first, floor(date_latest / ${step * 10_000}::float8)::integer as last
      from records where date_earliest > ${openPast}::integer and date_latest < ${openFuture}::integer) l, generate_series(l.first, l.last) n
    ${within} ${ids ? sql`and` : sql`where`} l.last - l.first < ${most}::integer`;
  const parts = {
    collection: sql`
      with recursive up as (
        select l.record_id, c.id, c.parent_id from collection_records l join collections c on c.id = l.collection_id and c.is_published ${within}
        union select up.record_id, c.id, c.parent_id from up join collections c on c.id = up.parent_id and c.is_published
      ) select record_id, id::text as value from up`,
    person: sql`select distinct l.record_id, l.agent_id::text as value from record_agents l ${within}`,
    author: sql`select distinct l.record_id, l.agent_id::text as value from record_agents l ${within} ${ids ? sql`and` : sql`where`} l.role = 'author'`,
    recipient: sql`select distinct l.record_id, l.agent_id::text as value from record_agents l ${within} ${ids ? sql`and` : sql`where`} l.role = 'recipient'`,
    place: sql`
      with recursive up as (
        select l.record_id, p.id, p.parent_id from record_places l join places p on p.id = l.place_id ${within}
        union select up.record_id, p.id, p.parent_id from up join places p on p.id = up.parent_id
      ) select record_id, id::text as value from up`,
    subject: sql`
      with recursive up as (
        select l.record_id, s.id, s.parent_id from record_subjects l join subjects s on s.id = l.subject_id ${within}
        union select up.record_id, s.id, s.parent_id from up join subjects s on s.id = up.parent_id
      ) select record_id, id::text as value from up`,
    type: sql`select l.record_id, l.document_type_id::text as value from record_document_types l ${within}`,
    language: sql`select l.record_id, l.language_code as value from record_languages l ${within}`,
    repository: sql`
      select distinct l.record_id, v.value from archival_references l,
        ${sql.unsafe(holdingValues("l.repository_id::text"))}
      ${within} ${ids ? sql`and` : sql`where`} v.value is not null`,
    classification: sql`select l.record_id, l.classification_id::text as value from record_classifications l ${within}`,
    decade: buckets(10, mostDecades),
    year: buckets(1, mostYears),
    has: sql`
      select distinct l.record_id, l.kind::text as value from texts l ${within}
      union select distinct l.record_id, 'scan' from digital_objects l ${within}
      union select distinct l.record_id, 'scan' from external_scans l ${within}`,
  } satisfies Record<Dimension, unknown>;
  const all = dimensions
    .map(
      (dimension) => sql`
      select ${dimension}::text as dimension, v.value, string_agg(int4send(v.record_id), ''::bytea) as ids
      from (${parts[dimension]}) v join records r on r.id = v.record_id and r.status = 'published' group by v.value`,
    )
    .reduce((before, part) => sql`${before} union all ${part}`);
  return [...(await sql<PackedValue[]>`${all}`)];
}

/** How much each word says of records whose postings are out of date, as postings would say it. */
export async function readUnpostedWords(ids: readonly number[]) {
  if (ids.length === 0) return [];
  const array = statement`${statement.param([...ids])}::integer[]`;
  const rows = await db().execute<{ id: number; words: string[]; worths: number[] }>(statement`
    with counted as materialized (${countedWords(array)})
    select record_id as id, array_agg(lexeme) as words, array_agg(worth) as worths
    from (${worthOfWords(statement`select * from counted`)}) w group by record_id
  `);
  return [...rows];
}
