import { sql, type SQL } from "drizzle-orm";
import { db } from "../client";
import {
  agentNames,
  agents,
  archivalReferences,
  collectionRecords,
  collections,
  placeNames,
  places,
  recordAgents,
  recordPlaces,
  recordSubjects,
  repositories,
  subjects,
} from "../schema";
import type { AuthorityKind } from "./authorities";

/** One line of a list of entries. */
export type AuthorityRow = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly detail: string | null;
  /** Other names, joined for reading. */
  readonly variants: string | null;
  /** Records of any status that link to it. */
  readonly records: number;
};

type Listing = { rows: SQL; variants: SQL; records: SQL };

/** How each kind is listed; `entry` is the line at hand in `variants` and `records`. */
const listings: Record<AuthorityKind, Listing> = {
  agent: {
    rows: sql`select id, slug, name, concat_ws(' · ', kind, existence_edtf, description) as detail from ${agents}`,
    variants: sql`select string_agg(name, ' · ' order by position, id) from ${agentNames} where agent_id = entry.id`,
    records: sql`select count(distinct record_id) from ${recordAgents} where agent_id = entry.id`,
  },
  place: {
    rows: sql`
      select p.id, p.slug, p.name, concat_ws(' · ', p.kind, above.name) as detail
      from ${places} p left join ${places} above on above.id = p.parent_id`,
    variants: sql`select string_agg(name, ' · ' order by position, id) from ${placeNames} where place_id = entry.id`,
    records: sql`select count(distinct record_id) from ${recordPlaces} where place_id = entry.id`,
  },
  subject: {
    rows: sql`select id, slug, name, scope_note as detail from ${subjects}`,
    variants: sql`select null::text`,
    records: sql`select count(*) from ${recordSubjects} where subject_id = entry.id`,
  },
  collection: {
    rows: sql`
      select c.id, c.slug, c.title as name,
        concat_ws(' · ', c.level, above.title, case when not c.is_published then 'not published' end,
          case when c.is_featured then 'on the home page' end) as detail
      from ${collections} c left join ${collections} above on above.id = c.parent_id`,
    variants: sql`select null::text`,
    records: sql`select count(*) from ${collectionRecords} where collection_id = entry.id`,
  },
  repository: {
    rows: sql`select id, slug, name, abbreviation as detail from ${repositories}`,
    variants: sql`select nullif(array_to_string(other_names, ' · '), '') from ${repositories} where id = entry.id`,
    records: sql`select count(distinct record_id) from ${archivalReferences} where repository_id = entry.id`,
  },
};

/** One page of the entries of a kind whose name or another name holds the text, by name; and how many there are. */
export async function listAuthorities(
  kind: AuthorityKind,
  text: string,
  page: { offset: number; limit: number },
): Promise<{ rows: AuthorityRow[]; total: number }> {
  const { rows, variants, records } = listings[kind];
  const pattern = `%${text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const matches = text.trim()
    ? sql`unaccent(entry.name) ilike unaccent(${pattern}) or unaccent((${variants})) ilike unaccent(${pattern})`
    : sql`true`;
  const found = await db().execute<Record<string, unknown> & AuthorityRow & { total: number }>(sql`
    with entry as (
      select entry.*, count(*) over () as total from (${rows}) entry where ${matches}
      order by entry.name collate "und-x-icu", entry.id limit ${page.limit} offset ${page.offset}
    )
    select entry.id, entry.slug, entry.name, nullif(entry.detail, '') as detail, entry.total::integer as total,
      (${variants}) as variants, (${records})::integer as records
    from entry
  `);
  return {
    rows: found.map(({ id, slug, name, detail, variants: names, records: linked }) => ({
      id,
      slug,
      name,
      detail,
      variants: names,
      records: linked,
    })),
    total: found[0]?.total ?? 0,
  };
}
