import { sql, type SQL } from "drizzle-orm";
import { db, type Transaction } from "../client";
import { fieldWeights, lengthShare } from "../queries/ranking-weights";

/** Records of one segment: more take more memory to sort, fewer make more segments to read. */
const recordsPerSegment = 20_000;
/** Segments that a question may have to read before small ones are made into one. */
const mostSegments = 24;
/** Vectors that field lengths are estimated from. */
const sampledVectors = 3_000;

/** Whoever writes segments holds this lock: two must not put one record into two segments. */
const postingsLock = sql`hashtext('archive:search-postings')`;

/**
 * Writes postings for records whose vectors changed since they were last written, a segment at most; returns for how many. Does
 * nothing where another process is at it. When many small segments have gathered, they become one.
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
    const small = await smallSegments(tx);
    await writeSegment(tx, [...ids, ...small.recordIds]);
    if (small.segments.length > 0)
      await tx.execute(
        sql`delete from search_postings where segment = any(${sql.param(small.segments)}::integer[])`,
      );
    return ids.length;
  });
}

/** Records without postings; held until the end, so that an edit of one waits and is seen next time. */
async function changedRecords(tx: Transaction): Promise<number[]> {
  const rows = await tx.execute<{ id: number }>(sql`
    select record_id as id from record_search where segment is null order by record_id limit ${recordsPerSegment} for update skip locked
  `);
  return [...rows].map(({ id }) => id);
}

/** The small segments with their records, once there are too many segments; none before. */
async function smallSegments(tx: Transaction): Promise<{ segments: number[]; recordIds: number[] }> {
  const rows = [
    ...(await tx.execute<{ segment: number; records: number }>(sql`
      select segment, count(*)::integer as records from record_search where segment is not null group by segment order by records
    `)),
  ];
  if (rows.length < mostSegments) return { segments: [], recordIds: [] };
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
  return { segments, recordIds: [...held].map(({ id }) => id) };
}

/**
 * Writes all postings anew, a segment at a time, while searches go on with what is there. `onProgress` hears how many records have
 * theirs.
 */
export async function rebuildPostings(onProgress?: (done: number) => void): Promise<void> {
  await db().transaction(measureFields);
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
  await db().execute(sql`
    delete from search_postings where segment not in (select distinct segment from record_search where segment is not null)
  `);
}

async function ensureFieldLengths(tx: Transaction): Promise<void> {
  const [row] = await tx.execute(sql`select 1 from search_field_lengths`);
  if (!row) await measureFields(tx);
}

/** A field's words in a vector that was taken apart into lexemes with their weights. */
const wordsOf = (letter: "A" | "B" | "C" | "D"): SQL =>
  sql.raw(`cardinality(array_positions(u.weights, '${letter}'))`);

/**
 * Estimates the field lengths from a sample. Each is the length of the field around an average word, so that thousands of short
 * descriptions do not make every whole document look overlong.
 */
async function measureFields(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    insert into search_field_lengths (id, titles, names, summaries, texts)
    select 1, ${typical("a")}, ${typical("b")}, ${typical("c")}, ${typical("d")} from (
      select sum(${wordsOf("A")}) as a, sum(${wordsOf("B")}) as b, sum(${wordsOf("C")}) as c, sum(${wordsOf("D")}) as d
      from (select record_id, everything from record_search order by hashint4(record_id) limit ${sampledVectors}) s,
        unnest(s.everything) u
      group by s.record_id
    ) lengths
    on conflict (id) do update set titles = excluded.titles, names = excluded.names, summaries = excluded.summaries, texts = excluded.texts
  `);
}

const typical = (field: "a" | "b" | "c" | "d"): SQL =>
  sql.raw(`greatest(coalesce(sum(${field} * ${field}) / nullif(sum(${field}), 0), 1), 1)`);

/** Puts records into a new segment and writes its postings from their vectors. */
async function writeSegment(tx: Transaction, recordIds: readonly number[]): Promise<void> {
  const ids = sql`${sql.param([...recordIds])}::integer[]`;
  const [next] = await tx.execute<{ segment: number }>(
    sql`select coalesce(max(segment), 0) + 1 as segment from search_postings`,
  );
  const segment = next?.segment ?? 1;
  const { a, b, c, d } = fieldWeights;
  await tx.execute(sql`
    with words as materialized (
      select s.record_id, u.lexeme, ${wordsOf("A")} as a, ${wordsOf("B")} as b, ${wordsOf("C")} as c, ${wordsOf("D")} as d
      from record_search s, unnest(s.everything) u where s.record_id = any(${ids})
    ),
    lengths as (
      select w.record_id, ${lengthShare("a", "titles")} as a, ${lengthShare("b", "names")} as b,
        ${lengthShare("c", "summaries")} as c, ${lengthShare("d", "texts")} as d
      from words w, search_field_lengths f group by w.record_id, f.titles, f.names, f.summaries, f.texts
    )
    insert into search_postings (term, segment, records, weights)
    select w.lexeme, ${segment}, array_agg(w.record_id),
      array_agg((${sql.raw(`${a} * w.a / l.a + ${b} * w.b / l.b + ${c} * w.c / l.c + ${d} * w.d / l.d`)})::real)
    from words w join lengths l on l.record_id = w.record_id group by w.lexeme
  `);
  await tx.execute(sql`update record_search set segment = ${segment} where record_id = any(${ids})`);
}
