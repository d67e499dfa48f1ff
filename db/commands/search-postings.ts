import { sql } from "drizzle-orm";
import { postingsTag } from "@/lib/archive/cache-tags";
import { db, type Transaction } from "../client";
import { countedWords, worthOfWords } from "../queries/ranking-weights";
import { expireTags } from "./expire-tags";

/** Records of one segment: more take more memory to sort, fewer make more segments to read. */
const recordsPerSegment = 20_000;
/** Changed records posted at once: edits of these wait until it is done. */
const recordsAtOnce = 4_000;
/** Segments that a question may have to read before small ones are made into one. */
const mostSegments = 24;
/** Records that field lengths are estimated from. */
const sampledRecords = 3_000;

/** Whoever writes segments holds this lock: two must not put one record into two segments. */
const postingsLock = sql`hashtext('archive:search-postings')`;

/**
 * Writes postings for records that changed since theirs were written, a segment at most; returns for how many. Does nothing where
 * another process is at it. When many small segments have gathered, they become one.
 */
export async function postChangedRecords(): Promise<number> {
  return db().transaction(async (tx) => {
    const [mine] = await tx.execute<{ held: boolean }>(
      sql`select pg_try_advisory_xact_lock(${postingsLock}) as held`,
    );
    if (!mine?.held) return 0;
    const ids = await changedRecords(tx);
    if (ids.length === 0) return 0;
    await ensureFieldLengths(tx);
    const all = [...new Set([...ids, ...(await smallSegments(tx))])];
    const left = await segmentsOf(tx, all);
    await writeSegment(tx, all);
    await removeEmptySegments(tx, left);
    return ids.length;
  });
}

/** The segments that records belong to. */
async function segmentsOf(tx: Transaction, recordIds: readonly number[]): Promise<number[]> {
  const rows = await tx.execute<{ segment: number }>(sql`
    select distinct segment from record_search where record_id = any(${sql.param([...recordIds])}::integer[]) and segment is not null
  `);
  return [...rows].map(({ segment }) => segment);
}

async function removeEmptySegments(tx: Transaction, segments: readonly number[]): Promise<void> {
  await tx.execute(sql`
    delete from search_postings where segment = any(array(
      select s from unnest(${sql.param([...segments])}::integer[]) s
      where not exists (select 1 from record_search r where r.segment = s)))
  `);
}

/** Records yet to be posted; held until the end, so that an edit of one waits and is seen next time. */
async function changedRecords(tx: Transaction): Promise<number[]> {
  const rows = await tx.execute<{ id: number }>(sql`
    select record_id as id from record_search where not is_posted order by record_id limit ${recordsAtOnce} for update skip locked
  `);
  return [...rows].map(({ id }) => id);
}

/** The records of small segments, once there are too many segments; none before. */
async function smallSegments(tx: Transaction): Promise<number[]> {
  const rows = [
    ...(await tx.execute<{ segment: number; records: number }>(sql`
      select segment, count(*)::integer as records from record_search where segment is not null group by segment order by records
    `)),
  ];
  if (rows.length < mostSegments) return [];
  let room = recordsPerSegment;
  const segments: number[] = [];
  for (const { segment, records } of rows) {
    room -= records;
    if (room < 0) break;
    segments.push(segment);
  }
  const held = await tx.execute<{ id: number }>(sql`
    select record_id as id from record_search where segment = any(${sql.param(segments)}::integer[]) for update
  `);
  return [...held].map(({ id }) => id);
}

/** Whether all postings were ever written by this version's rules; they follow from the records and can be written anew. */
export async function arePostingsMade(): Promise<boolean> {
  const [row] = await db().execute(sql`select 1 from search_posting_state`);
  return row !== undefined;
}

/**
 * Writes all postings anew, a segment at a time, while searches go on with what is there. `onProgress` hears how many records have
 * theirs.
 */
export async function rebuildPostings(onProgress?: (done: number) => void): Promise<void> {
  await db().transaction(measureFields);
  await db().execute(sql`truncate search_terms`);
  let last = 0;
  let done = 0;
  for (;;) {
    const ids: number[] = await db().transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${postingsLock})`);
      const rows = await tx.execute<{ id: number }>(sql`
        select record_id as id from record_search where record_id > ${last} order by record_id limit ${recordsPerSegment} for update
      `);
      const next = [...rows].map(({ id }) => id);
      if (next.length > 0) await writeSegment(tx, next);
      return next;
    });
    last = ids.at(-1) ?? last;
    done += ids.length;
    if (ids.length === 0) break;
    onProgress?.(done);
  }
  await db().transaction(async (tx) => {
    await tx.execute(sql`
      delete from search_postings where segment not in (select distinct segment from record_search where segment is not null)
    `);
    await countGeneration(tx);
  });
}

async function ensureFieldLengths(tx: Transaction): Promise<void> {
  const [row] = await tx.execute(sql`select 1 from search_posting_state`);
  if (!row) await measureFields(tx);
}

/**
 * Estimates the field lengths from a sample. Each is the length of the field around an average word, so that thousands of short
 * descriptions do not make every whole document look overlong.
 */
async function measureFields(tx: Transaction): Promise<void> {
  const sample = sql`array(select record_id from record_search order by hashint4(record_id) limit ${sampledRecords})`;
  const typical = (field: string) =>
    sql.raw(`greatest(coalesce(sum(${field} * ${field}) / nullif(sum(${field}), 0), 1), 1)`);
  await tx.execute(sql`
    insert into search_posting_state (id, generation, titles, headings, summaries, texts)
    select 1, 1, ${typical("a")}, ${typical("b")}, ${typical("c")}, ${typical("d")} from (
      select sum(a)::float8 as a, sum(b)::float8 as b, sum(c)::float8 as c, sum(d)::float8 as d from (${countedWords(sample)}) w group by record_id
    ) lengths
    on conflict (id) do update set generation = search_posting_state.generation + 1, titles = excluded.titles,
      headings = excluded.headings, summaries = excluded.summaries, texts = excluded.texts
  `);
}

async function countGeneration(tx: Transaction): Promise<void> {
  await tx.execute(sql`update search_posting_state set generation = generation + 1`);
  await expireTags(tx, [postingsTag]);
}

/** Puts records into a new segment and writes its postings. */
async function writeSegment(tx: Transaction, recordIds: readonly number[]): Promise<void> {
  const ids = sql`${sql.param([...recordIds])}::integer[]`;
  const [next] = await tx.execute<{ segment: number }>(
    sql`select coalesce(max(segment), 0) + 1 as segment from search_postings`,
  );
  const segment = next?.segment ?? 1;
  await tx.execute(sql`
    with counted as materialized (${countedWords(ids)}),
    worth as materialized (${worthOfWords(sql`select * from counted`)}),
    posted as (
      insert into search_postings (term, segment, postings)
      select lexeme, ${segment}, string_agg(int4send(record_id) || int2send(worth::smallint), ''::bytea) from worth group by lexeme
    )
    insert into search_terms (term, records) select lexeme, count(*) from worth group by lexeme order by lexeme
    on conflict (term) do update set records = search_terms.records + excluded.records
  `);
  await tx.execute(sql`
    update record_search set segment = ${segment}, is_posted = true, changed_in = pg_current_xact_id() where record_id = any(${ids})
  `);
  await countGeneration(tx);
}
