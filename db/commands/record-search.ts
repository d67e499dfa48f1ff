import { inArray, sql } from "drizzle-orm";
import { wordingsOf } from "@/lib/archive/edtf";
import { db, type Transaction } from "../client";
import { records } from "../schema";

/** Characters of one record's texts that PostgreSQL's vector takes in; a vector holds a megabyte at most. */
const longestText = 400_000;

/** Writes the search vectors of the given records anew from their present rows (weights in `db/schema/records`). */
export async function refreshRecordSearch(tx: Transaction, recordIds: readonly number[]) {
  const ids = sql`${sql.param([...recordIds])}::integer[]`;
  const dates = await dateWords(tx, recordIds);
  await tx.execute(sql`
    with named as (
      select ra.record_id, string_agg(concat_ws(' ', a.name, ra.name_as_written, other.names), ' ') as words
      from record_agents ra
      join agents a on a.id = ra.agent_id
      left join lateral (select string_agg(n.name, ' ') as names from agent_names n where n.agent_id = a.id) other on true
      where ra.record_id = any(${ids})
      group by ra.record_id
    ),
    placed as (
      select rp.record_id, string_agg(concat_ws(' ', p.name, other.names), ' ') as words
      from record_places rp
      join places p on p.id = rp.place_id
      left join lateral (select string_agg(n.name, ' ') as names from place_names n where n.place_id = p.id) other on true
      where rp.record_id = any(${ids})
      group by rp.record_id
    ),
    dated as (
      select * from unnest(${sql.param(dates.map(({ id }) => id))}::integer[], ${sql.param(dates.map(({ words }) => words))}::text[]) as d (record_id, words)
    )
    insert into record_search (record_id, everything, names)
    select r.id,
      setweight(to_tsvector('archive', concat_ws(' ', r.title, titled.words)), 'A')
      || setweight(to_tsvector('archive', concat_ws(' ', named.words, placed.words, about.words, grouped.words, dated.words, r.source_citation, r.note)), 'B')
      || setweight(to_tsvector('archive', coalesce(r.summary, '')), 'C')
      || setweight(to_tsvector('archive', left(coalesce(worded.words, ''), ${longestText})), 'D'),
      to_tsvector('archive', coalesce(named.words, ''))
    from records r
    left join named on named.record_id = r.id
    left join placed on placed.record_id = r.id
    left join dated on dated.record_id = r.id
    left join lateral (select string_agg(t.title, ' ') as words from record_titles t where t.record_id = r.id) titled on true
    left join lateral (
      select string_agg(replace(s.name, '--', ' '), ' ') as words
      from record_subjects rs join subjects s on s.id = rs.subject_id where rs.record_id = r.id
    ) about on true
    left join lateral (
      select string_agg(c.title, ' ') as words
      from collection_records cr join collections c on c.id = cr.collection_id where cr.record_id = r.id and c.is_published
    ) grouped on true
    left join lateral (
      select string_agg(concat_ws(' ', t.plain, (select string_agg(n.plain, ' ') from text_notes n where n.text_id = t.id)), ' ') as words
      from texts t where t.record_id = r.id
    ) worded on true
    where r.id = any(${ids})
    on conflict (record_id) do update set everything = excluded.everything, names = excluded.names,
      segment = case when record_search.everything = excluded.everything then record_search.segment end
  `);
}

async function dateWords(tx: Transaction, recordIds: readonly number[]) {
  const rows = await tx
    .select({ id: records.id, expression: records.dateExpression, edtf: records.dateEdtf })
    .from(records)
    .where(inArray(records.id, [...recordIds]));
  return rows.map(({ id, expression, edtf }) => ({ id, words: wordingsOf(expression, edtf).join(" · ") }));
}

/** Records of one transaction: edits of these wait for it. */
const recordsAtOnce = 200;

/**
 * Writes the search vectors of all records anew, a few at a time so that the archive stays in use. Wanted where records were
 * stored by an earlier version, whose vectors held less. Goes by id, from the one behind `after`; `onStep` hears which are done.
 */
export async function refreshAllRecordSearch(after = 0, onStep?: (ids: readonly number[]) => Promise<void>) {
  let last = after;
  for (;;) {
    const done = await db().transaction(async (tx) => {
      // Whoever edits one of these holds its row until the edit is seen here; so no older state overwrites a newer one.
      const rows = await tx.execute<{ id: number }>(sql`
        select record_id as id from record_search where record_id > ${last} order by record_id limit ${recordsAtOnce} for update
      `);
      const ids = [...rows].map(({ id }) => id);
      if (ids.length > 0) await refreshRecordSearch(tx, ids);
      return ids;
    });
    if (done.length === 0) return;
    last = done.at(-1) ?? last;
    await onStep?.(done);
  }
}
