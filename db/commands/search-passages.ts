import { sql } from "drizzle-orm";
import type { Transaction } from "../client";

/** Characters after which the next paragraph begins a new passage: some 150 words and the rest of a paragraph. */
const passageLength = 1_000;
/**
 * Characters of one paragraph in one passage: PostgreSQL numbers the words of a vector only up to 16,383, and phrases are found by these
 * numbers. The pieces overlap, so that no phrase is lost between two.
 */
const pieceLength = 40_000;
const pieceOverlap = 200;

/** Cuts the texts and notes of the given records into passages anew. */
export async function refreshPassages(tx: Transaction, recordIds: readonly number[]) {
  const ids = sql`${sql.param([...recordIds])}::integer[]`;
  await tx.execute(sql`delete from search_passages where record_id = any(${ids})`);
  await tx.execute(sql`
    with paragraphs as (
      select t.record_id, t.id as text_id, t.position as place, false as is_note, s.position, s.plain
      from texts t join text_segments s on s.text_id = t.id where t.record_id = any(${ids})
      union all
      select t.record_id, t.id, t.position, true, n.position, n.plain
      from texts t join text_notes n on n.text_id = t.id where t.record_id = any(${ids})
    ),
    pieces as (
      select p.record_id, p.text_id, p.place, p.is_note, p.position, n as piece, substr(p.plain, 1 + n * ${pieceLength}, ${pieceLength + pieceOverlap}) as plain
      from paragraphs p, generate_series(0, greatest(length(p.plain) - 1, 0) / ${pieceLength}) n
      where p.plain <> ''
    ),
    measured as (
      select *, (sum(length(plain)) over (partition by text_id, is_note order by position, piece) - length(plain)) / ${passageLength} as passage
      from pieces
    ),
    passages as (
      select record_id, text_id, place, is_note, passage, min(position) as first, max(position) as last,
        string_agg(plain, E'\\n' order by position, piece) as plain
      from measured group by record_id, text_id, place, is_note, passage
    )
    insert into search_passages (record_id, ordinal, text_id, is_note, first, last, words)
    select record_id, row_number() over (partition by record_id order by place, text_id, is_note, passage) - 1, text_id, is_note, first, last,
      to_tsvector('archive', plain)
    from passages
  `);
}
