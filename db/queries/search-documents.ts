import { sql } from "drizzle-orm";
import type { AgentRole } from "@/lib/archive/vocabulary";
import { db, sqlPool } from "../client";

/** Characters of one text that are read for the index; its own vector in PostgreSQL takes as many. */
const longestText = 400_000;

/** A published record with everything that an index document says of it. */
export type SearchableRecord = {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
  readonly summary: string | null;
  readonly dateExpression: string | null;
  readonly dateEdtf: string | null;
  readonly dateEarliest: number | null;
  readonly dateLatest: number | null;
  /** When it was first published, in seconds since 1970. */
  readonly addedAt: number;
  readonly citation: string | null;
  readonly note: string | null;
  readonly titles: readonly string[];
  readonly references: readonly string[];
  readonly texts: readonly string[];
  readonly agents: readonly (Named & { readonly role: AgentRole })[];
  readonly places: readonly Named[];
  readonly subjects: readonly Named[];
  readonly collections: readonly Named[];
  readonly repositories: readonly Named[];
  readonly types: readonly Named[];
  readonly classifications: readonly Named[];
  readonly languages: readonly Named[];
};

/** A heading: its place in addresses, its preferred name, and every other form of it. */
type Named = { readonly slug: string; readonly name: string; readonly others: readonly string[] };

const others = (names: string) => sql.raw(`coalesce((select json_agg(n.name) from ${names}), '[]'::json)`);

/** What is linked to the record `r`, as a JSON list in the order the record gives. */
const linked = (slug: string, name: string, from: string, order = "l.position") =>
  sql.raw(`coalesce((
    select json_agg(json_build_object('slug', ${slug}, 'name', ${name}, 'others', '[]'::json) order by ${order})
    from ${from} and l.record_id = r.id), '[]'::json)`);

/**
 * The records of these ids that are published, ordered by id, ready to become index documents. Unpublished and unknown ids are
 * absent from the answer: their documents must go.
 */
export async function findSearchableRecords(ids: readonly number[]): Promise<SearchableRecord[]> {
  if (ids.length === 0) return [];
  const rows = await db().execute<SearchableRecord>(sql`
    select r.id, r.slug, r.title, r.summary, r.date_expression as "dateExpression", r.date_edtf as "dateEdtf",
      r.date_earliest as "dateEarliest", r.date_latest as "dateLatest",
      extract(epoch from r.first_published_at)::integer as "addedAt", r.source_citation as citation, r.note,
      coalesce((select json_agg(t.title order by t.position) from record_titles t where t.record_id = r.id), '[]'::json) as titles,
      coalesce((select json_agg(a.raw order by a.position) from archival_references a where a.record_id = r.id), '[]'::json) as references,
      coalesce((
        select json_agg(left(concat_ws(E'\\n\\n', t.plain, (select string_agg(n.plain, E'\\n\\n' order by n.position) from text_notes n where n.text_id = t.id)), ${sql.raw(String(longestText))}) order by t.position, t.id)
        from texts t where t.record_id = r.id), '[]'::json) as texts,
      coalesce((
        select json_agg(json_build_object('slug', a.slug, 'name', a.name, 'role', l.role,
          'others', array_to_json(array_remove(array[l.name_as_written], null) || array(select n.name from agent_names n where n.agent_id = a.id)))
          order by l.role, l.position)
        from record_agents l join agents a on a.id = l.agent_id where l.record_id = r.id), '[]'::json) as agents,
      coalesce((
        select json_agg(json_build_object('slug', p.slug, 'name', p.name, 'others', ${others("place_names n where n.place_id = p.id")}) order by l.position)
        from record_places l join places p on p.id = l.place_id where l.record_id = r.id), '[]'::json) as places,
      coalesce((
        select json_agg(json_build_object('slug', h.slug, 'name', h.name,
          'others', array_to_json(array_remove(array[h.abbreviation], null) || h.other_names)) order by l.position)
        from archival_references l join repositories h on h.id = l.repository_id where l.record_id = r.id), '[]'::json) as repositories,
      ${linked("s.slug", "s.name", "record_subjects l join subjects s on s.id = l.subject_id")} as subjects,
      ${linked("c.slug", "c.title", "collection_records l join collections c on c.id = l.collection_id and c.is_published", "c.id")} as collections,
      ${linked("d.slug", "d.name", "record_document_types l join document_types d on d.id = l.document_type_id")} as types,
      ${linked("k.slug", "k.name", "record_classifications l join classifications k on k.id = l.classification_id")} as classifications,
      ${linked("g.code", "g.name", "record_languages l join languages g on g.code = l.language_code")} as languages
    from records r
    where r.id = any(${sql.param([...ids])}::integer[]) and r.status = 'published'
    order by r.id
  `);
  return [...rows];
}

/** The next published records after an id, in order of id: the steps of a walk through all. */
export async function listPublishedIds(after: number, limit: number): Promise<number[]> {
  const rows = await db().execute<{ id: number }>(sql`
    select id from records where status = 'published' and id > ${after} order by id limit ${limit}
  `);
  return [...rows].map(({ id }) => id);
}

/** How many records are published. */
export async function countPublished(): Promise<number> {
  const [row] = await db().execute<{ count: number }>(
    sql`select count(*)::integer as count from records where status = 'published'`,
  );
  return row?.count ?? 0;
}

/**
 * Of these records, the ones that are published now; with the first `length` characters of their texts where it is among the
 * `wanted`, else with an empty text. Paragraphs are parted by blank lines.
 */
export async function findPublishedTexts(
  ids: readonly number[],
  wanted: readonly number[],
  length: number,
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const sql = sqlPool();
  const rows = await sql<{ id: number; text: string | null }[]>`
    select r.id, case when r.id = any(${[...wanted]}::integer[]) then (
      select left(string_agg(t.plain, E'\n\n' order by t.position, t.id), ${length})
      from texts t where t.record_id = r.id) end as text
    from records r where r.id = any(${[...ids]}::integer[]) and r.status = 'published'`;
  return new Map(rows.map(({ id, text }) => [id, text ?? ""]));
}

/** For each record the number ("p12") of the first paragraph of its texts that holds the words as they are; absent where none does. */
export async function findAnchors(
  wanted: readonly { readonly id: number; readonly words: string }[],
): Promise<Map<number, string>> {
  if (wanted.length === 0) return new Map();
  const sql = sqlPool();
  const rows = await sql<{ id: number; anchor: string }[]>`
    select w.id, found.anchor
    from unnest(${wanted.map(({ id }) => id)}::integer[], ${wanted.map(({ words }) => words)}::text[]) as w (id, words)
    cross join lateral (
      select s.anchor from texts t join text_segments s on s.text_id = t.id
      where t.record_id = w.id and strpos(s.plain, w.words) > 0
      order by t.position, t.id, s.position limit 1
    ) found`;
  return new Map(rows.map(({ id, anchor }) => [id, anchor]));
}
