import { sql } from "drizzle-orm";
import type { AgentRole } from "@/lib/archive/vocabulary";
import { db } from "../client";
import { holdingValues } from "./search-catalogue";

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
  /** The facet values of trees, with all that stand above them; places in the order of archives as `lib/archive/holding` writes them. */
  readonly within: Readonly<Record<"collection" | "place" | "subject" | "repository", readonly string[]>>;
};

/** A heading: its place in addresses, its preferred name, and every other form of it. */
type Named = { readonly slug: string; readonly name: string; readonly others: readonly string[] };

const others = (names: string) =>
  sql.raw(`coalesce((select json_agg(n.name order by n.id) from ${names}), '[]'::json)`);

/** What is linked to the record `r`, as a JSON list in the order the record gives. */
const linked = (slug: string, name: string, from: string, order = "l.position") =>
  sql.raw(`coalesce((
    select json_agg(json_build_object('slug', ${slug}, 'name', ${name}, 'others', '[]'::json) order by ${order})
    from ${from} and l.record_id = r.id), '[]'::json)`);

/** The slugs of entries that the record `r` is linked to and of all above them, as a JSON list. */
const withBroader = (link: string, table: string, key: string, isShown = "") =>
  sql.raw(`coalesce((
    with recursive up as (
      select v.id, v.slug, v.parent_id from ${link} l join ${table} v on v.id = l.${key} ${isShown} where l.record_id = r.id
      union select v.id, v.slug, v.parent_id from up join ${table} v on v.id = up.parent_id ${isShown}
    ) select json_agg(slug order by id) from up), '[]'::json)`);

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
        select json_agg(concat_ws(E'\\n\\n', t.plain, (select string_agg(n.plain, E'\\n\\n' order by n.position) from text_notes n where n.text_id = t.id)) order by t.position, t.id)
        from texts t where t.record_id = r.id), '[]'::json) as texts,
      coalesce((
        select json_agg(json_build_object('slug', a.slug, 'name', a.name, 'role', l.role,
          'others', array_to_json(array_remove(array[l.name_as_written], null) || array(select n.name from agent_names n where n.agent_id = a.id order by n.id)))
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
      ${linked("g.code", "g.name", "record_languages l join languages g on g.code = l.language_code")} as languages,
      json_build_object(
        'collection', ${withBroader("collection_records", "collections", "collection_id", "and v.is_published")},
        'place', ${withBroader("record_places", "places", "place_id")},
        'subject', ${withBroader("record_subjects", "subjects", "subject_id")},
        'repository', coalesce((
          select json_agg(distinct v.value) from archival_references l join repositories h on h.id = l.repository_id,
            ${sql.raw(holdingValues("h.slug"))}
          where l.record_id = r.id and v.value is not null), '[]'::json)
      ) as within
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

/** How many records there are, published or not. */
export async function countRecords(): Promise<number> {
  const [row] = await db().execute<{ count: number }>(sql`select count(*)::integer as count from records`);
  return row?.count ?? 0;
}
