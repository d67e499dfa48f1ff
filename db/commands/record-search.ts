import { inArray, sql, type SQL } from "drizzle-orm";
import { nameSeparator } from "@/lib/archive/described-words";
import { wordingsOf } from "@/lib/archive/edtf";
import { db, type Transaction } from "../client";
import { records } from "../schema";
import { refreshPassages } from "./search-passages";

/** Words of several rows on one line, in an order: lines and tabs part the fields of `described`. */
const onOneLine = (words: string, order: string): SQL =>
  sql.raw(`translate(string_agg(${words}, '${nameSeparator}' order by ${order}), E'\\n\\r\\t', '   ')`);

/** Rows of one kind for the given records: `record_id` and `words`, all on one line. */
const gathered = (ids: SQL, words: string, from: string, order: string): SQL => sql`
  select l.record_id, ${onOneLine(words, order)} as words from ${sql.raw(from)} where l.record_id = any(${ids}) group by l.record_id`;

/** A heading with all its other names. */
const withOthers = (name: string, others: string) =>
  `concat_ws('${nameSeparator}', ${name}, (select string_agg(n.name, '${nameSeparator}' order by n.id) from ${others}))`;

/** Writes what is searched of the given records anew from their present rows (`db/schema/record-search`). */
export async function refreshRecordSearch(tx: Transaction, recordIds: readonly number[]) {
  const ids = sql`${sql.param([...recordIds])}::integer[]`;
  const dates = await dateWords(tx, recordIds);
  await tx.execute(sql`
    with titles_of as (${gathered(ids, "l.title", "record_titles l", "l.position")}),
    names_of as (${gathered(
      ids,
      withOthers(
        `concat_ws('${nameSeparator}', a.name, l.name_as_written)`,
        "agent_names n where n.agent_id = a.id",
      ),
      "record_agents l join agents a on a.id = l.agent_id",
      "l.role, l.position",
    )}),
    people_of as (${gathered(
      ids,
      "l.name",
      `(select l.record_id, a.name, min(l.role) as role, min(l.position) as position from record_agents l join agents a on a.id = l.agent_id
        where l.role in ('author', 'recipient', 'participant') group by l.record_id, a.name) l`,
      "l.role, l.position",
    )}),
    places_of as (${gathered(
      ids,
      withOthers("p.name", "place_names n where n.place_id = p.id"),
      "record_places l join places p on p.id = l.place_id",
      "l.position",
    )}),
    placed_of as (${gathered(ids, "p.name", "record_places l join places p on p.id = l.place_id", "l.position")}),
    subjects_of as (${gathered(
      ids,
      "replace(s.name, '--', ' – ')",
      "record_subjects l join subjects s on s.id = l.subject_id",
      "l.position",
    )}),
    collections_of as (${gathered(
      ids,
      "c.title",
      "collection_records l join collections c on c.id = l.collection_id and c.is_published",
      "c.id",
    )}),
    types_of as (${gathered(
      ids,
      "d.name",
      "record_document_types l join document_types d on d.id = l.document_type_id",
      "l.position",
    )}),
    holdings_of as (${gathered(
      ids,
      `concat_ws('${nameSeparator}', l.raw, h.name, h.abbreviation, array_to_string(h.other_names, '${nameSeparator}'))`,
      "archival_references l left join repositories h on h.id = l.repository_id",
      "l.position",
    )}),
    dates_of as (
      select * from unnest(${sql.param(dates.map(({ id }) => id))}::integer[], ${sql.param(dates.map(({ words }) => words))}::text[]) as d (record_id, words)
    ),
    worded as (
      select r.id, r.title, r.summary, titles_of.words as titles, names_of.words as names, people_of.words as people, places_of.words as places,
        placed_of.words as placed, subjects_of.words as subjects, collections_of.words as collections, types_of.words as types, dates_of.words as dates,
        nullif(translate(concat_ws('${sql.raw(nameSeparator)}', holdings_of.words, r.source_citation, r.note), E'\\n\\r\\t', '   '), '') as "references"
      from records r ${sql.raw(parts.map((part) => `left join ${part}_of on ${part}_of.record_id = r.id`).join(" "))}
      where r.id = any(${ids})
    )
    insert into record_search (record_id, everything, described)
    select id,
      setweight(to_tsvector('archive', concat_ws(' ', title, titles)), 'A')
      || setweight(to_tsvector('archive', concat_ws(' ', names, places, subjects, collections, dates, "references")), 'B')
      || setweight(to_tsvector('archive', coalesce(summary, '')), 'C'),
      concat_ws(E'\\n', ${sql.raw(lines.map((name) => `'${name}' || E'\\t' || "${name}"`).join(", "))})
    from worded
    on conflict (record_id) do update set everything = excluded.everything, described = excluded.described,
      is_posted = false, changed_in = pg_current_xact_id()
  `);
  await refreshPassages(tx, recordIds);
}

const parts = [
  "titles",
  "names",
  "people",
  "places",
  "placed",
  "subjects",
  "collections",
  "types",
  "holdings",
  "dates",
];

/** The lines of `described`, as `lib/archive/described-words` reads them. */
const lines = [
  "titles",
  "names",
  "subjects",
  "places",
  "collections",
  "dates",
  "references",
  "types",
  "people",
  "placed",
];

async function dateWords(tx: Transaction, recordIds: readonly number[]) {
  const rows = await tx
    .select({ id: records.id, expression: records.dateExpression, edtf: records.dateEdtf })
    .from(records)
    .where(inArray(records.id, [...recordIds]));
  return rows.flatMap(({ id, expression, edtf }) => {
    const words = wordingsOf(expression, edtf).join(nameSeparator).replaceAll(/\s/g, " ");
    return words === "" ? [] : [{ id, words }];
  });
}

/** Records of one transaction: edits of these wait for it. */
const recordsAtOnce = 200;

/**
 * Writes what is searched of all records anew, a few at a time so that the archive stays in use. Wanted where records were stored by
 * an earlier version, which kept less. `onProgress` hears how many are done.
 */
export async function refreshAllRecordSearch(onProgress?: (done: number) => void) {
  let last = 0;
  let done = 0;
  for (;;) {
    const ids: number[] = await db().transaction(async (tx) => {
      // Whoever edits one of these holds its row until the edit is seen here; so no older state overwrites a newer one.
      const rows = await tx.execute<{ id: number }>(sql`
        select id from records where id > ${last} order by id limit ${recordsAtOnce} for no key update
      `);
      const next = [...rows].map(({ id }) => id);
      if (next.length > 0) await refreshRecordSearch(tx, next);
      return next;
    });
    if (ids.length === 0) return;
    done += ids.length;
    last = ids.at(-1) ?? last;
    onProgress?.(done);
  }
}
