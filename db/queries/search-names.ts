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
  records,
  recordSubjects,
  repositories,
  subjects,
  themeCollections,
  themeRecords,
  themes,
} from "../schema";

/** What a record can be found by because it bears a name. */
export const nameKinds = ["agent", "place", "subject", "collection", "repository", "theme"] as const;
export type NameKind = (typeof nameKinds)[number];

/** An entry with every form of its name. */
export type NamedEntry = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  /** The entry above it in its tree. */
  readonly parentId: number | null;
  readonly isPerson: boolean;
  /** The other forms, in the order that curators gave them. */
  readonly others: readonly string[];
};

type Part = {
  readonly table: SQL;
  readonly name: SQL;
  /** Which entries readers may meet. */
  readonly isShown: SQL;
  readonly parent: SQL;
  readonly isPerson: SQL;
  readonly others: SQL;
  /** Pairs of `record_id` and `entry_id`. */
  readonly links: SQL;
};

const none = sql`null::integer`;
const noOthers = sql`'{}'::text[]`;
const always = sql`true`;
const never = sql`false`;

const parts: Record<NameKind, Part> = {
  agent: {
    table: sql`${agents}`,
    name: sql`e.name`,
    isShown: always,
    parent: none,
    isPerson: sql`e.kind = 'person'`,
    others: sql`array(select n.name from ${agentNames} n where n.agent_id = e.id order by n.position, n.id)`,
    links: sql`select record_id, agent_id as entry_id from ${recordAgents}`,
  },
  place: {
    table: sql`${places}`,
    name: sql`e.name`,
    isShown: always,
    parent: sql`e.parent_id`,
    isPerson: never,
    others: sql`array(select n.name from ${placeNames} n where n.place_id = e.id order by n.position, n.id)`,
    links: sql`select record_id, place_id as entry_id from ${recordPlaces}`,
  },
  subject: {
    table: sql`${subjects}`,
    name: sql`e.name`,
    isShown: always,
    parent: sql`e.parent_id`,
    isPerson: never,
    others: noOthers,
    links: sql`select record_id, subject_id as entry_id from ${recordSubjects}`,
  },
  collection: {
    table: sql`${collections}`,
    name: sql`e.title`,
    isShown: sql`e.is_published`,
    parent: sql`e.parent_id`,
    isPerson: never,
    others: noOthers,
    links: sql`select record_id, collection_id as entry_id from ${collectionRecords}`,
  },
  repository: {
    table: sql`${repositories}`,
    name: sql`e.name`,
    isShown: always,
    parent: none,
    isPerson: never,
    others: sql`array_remove(e.abbreviation || e.other_names, null)`,
    links: sql`select record_id, repository_id as entry_id from ${archivalReferences}`,
  },
  theme: {
    table: sql`${themes}`,
    name: sql`e.title`,
    isShown: sql`e.is_published`,
    parent: none,
    isPerson: never,
    others: noOthers,
    links: sql`
      select record_id, theme_id as entry_id from ${themeRecords}
      union select m.record_id, t.theme_id from ${themeCollections} t
      join ${collections} c on c.id = t.collection_id and c.is_published
      join ${collectionRecords} m on m.collection_id = c.id`,
  },
};

const among = (column: SQL, ids: readonly number[] | null): SQL =>
  ids === null ? always : sql`${column} = any(${sql.param([...ids])}::integer[])`;

/** The entries of a kind that readers may meet: all, or those of these ids. Absent are those that are gone or not published. */
export async function listNamedEntries(kind: NameKind, ids: readonly number[] | null): Promise<NamedEntry[]> {
  const { table, name, isShown, parent, isPerson, others } = parts[kind];
  const rows = await db().execute<NamedEntry>(sql`
    select e.id, e.slug, ${name} as name, ${parent} as "parentId", ${isPerson} as "isPerson", ${others} as others
    from ${table} e where ${isShown} and ${among(sql`e.id`, ids)}`);
  return [...rows];
}

/**
 * How many published records each entry of a kind has, in trees with those of the entries below it, each record once: of all entries, or
 * of these ids. Entries without any are absent.
 */
export async function countNamedRecords(
  kind: NameKind,
  ids: readonly number[] | null,
): Promise<Map<number, number>> {
  const { table, isShown, links, parent } = parts[kind];
  const within =
    parent === none
      ? sql`within (ancestor_id, id) as (select e.id, e.id from ${table} e where ${isShown} and ${among(sql`e.id`, ids)})`
      : sql`within (ancestor_id, id) as (
          select e.id, e.id from ${table} e where ${isShown} and ${among(sql`e.id`, ids)}
          union
          select within.ancestor_id, e.id from ${table} e join within on e.parent_id = within.id where ${isShown})`;
  const rows = await db().execute<{ id: number; count: number }>(sql`
    with recursive ${within}
    select within.ancestor_id as id, count(distinct l.record_id)::integer as count
    from within join (${links}) l on l.entry_id = within.id
    join ${records} r on r.id = l.record_id and r.status = 'published'
    group by within.ancestor_id`);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/**
 * What the database looks like from here, as text: as long as it stays the same, no transaction that wrote anything has ended, so that
 * whatever was read before still holds.
 */
export async function findSnapshot(): Promise<string> {
  const [row] = await db().execute<{ snapshot: string }>(sql`select pg_current_snapshot()::text as snapshot`);
  return row?.snapshot ?? "";
}
