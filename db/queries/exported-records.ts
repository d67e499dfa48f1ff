import { sqlPool } from "../client";
import { linksOf, type PublicRecord } from "./record-page";

/** A published record as files of a search tell it. Instants are in ISO 8601. */
export type ExportedRecord = Pick<
  PublicRecord,
  "id" | "slug" | "title" | "summary" | "dateExpression" | "dateEdtf" | "sourceCitation" | "note" | "links"
> & {
  readonly dateEarliest: number | null;
  readonly dateLatest: number | null;
  readonly firstPublishedAt: string;
  readonly updatedAt: string;
  readonly rights: { readonly name: string; readonly uri: string | null } | null;
  /** The published ones. */
  readonly collections: readonly { readonly slug: string; readonly title: string }[];
  readonly references: readonly {
    readonly raw: string;
    readonly repositorySlug: string | null;
    readonly repositoryName: string | null;
  }[];
};

/**
 * The records of these ids that are published at this moment, in the order of the ids; what was withdrawn meanwhile is absent. One
 * statement, meant for a few hundred at a time.
 */
export async function listExportedRecords(ids: readonly number[]): Promise<ExportedRecord[]> {
  if (ids.length === 0) return [];
  const sql = sqlPool();
  return sql<ExportedRecord[]>`
    select r.id, r.slug, r.title, r.summary, r.date_expression as "dateExpression", r.date_edtf as "dateEdtf",
      r.date_earliest as "dateEarliest", r.date_latest as "dateLatest", r.source_citation as "sourceCitation", r.note,
      to_json(r.first_published_at) as "firstPublishedAt", to_json(r.updated_at) as "updatedAt",
      (select to_json(x) from (select g.name, g.uri from rights g where g.id = r.rights_id) x) as rights,
      ${linksOf(sql)} as links,
      coalesce((
        select json_agg(json_build_object('slug', c.slug, 'title', c.title) order by c.position, c.id)
        from collection_records m join collections c on c.id = m.collection_id and c.is_published
        where m.record_id = r.id), '[]') as collections,
      coalesce((
        select json_agg(json_build_object('raw', e.raw, 'repositorySlug', h.slug, 'repositoryName', h.name)
          order by e.position, e.id)
        from archival_references e left join repositories h on h.id = e.repository_id
        where e.record_id = r.id), '[]') as references
    from unnest(${[...ids]}::integer[]) with ordinality as wanted(id, place)
    join records r on r.id = wanted.id and r.status = 'published'
    order by wanted.place`;
}

/** When any published record was last changed; null while there is none. */
export async function findLatestChange(): Promise<Date | null> {
  const [row] = await sqlPool()<{ at: string }[]>`
    select to_json(updated_at) as at from records where status = 'published' order by updated_at desc limit 1`;
  return row ? new Date(row.at) : null;
}
