import type { PendingQuery, Row } from "postgres";
import { sqlPool } from "../client";

export type Neighbours = {
  readonly collectionId: number;
  readonly collectionSlug: string;
  readonly collectionTitle: string;
  readonly previousSlug: string | null;
  readonly previousTitle: string | null;
  readonly nextSlug: string | null;
  readonly nextTitle: string | null;
};

type Sql = ReturnType<typeof sqlPool>;
type Part = PendingQuery<Row[]>;

/** The published record that stands beside this one, `cr`, in the curators' order of collection `c`. */
const besideInOrder = (sql: Sql, place: Part, direction: "before" | "after") => {
  const there = sql`(m.position, coalesce(n.date_earliest, 2147483647), n.id)`;
  const [beyond, order] =
    direction === "after"
      ? [sql`${there} > ${place}`, sql`m.position, n.date_earliest nulls last, n.id`]
      : [sql`${there} < ${place}`, sql`m.position desc, n.date_earliest desc nulls first, n.id desc`];
  return sql`
    (select 3 as stretch, n.slug, n.title from collection_records m
     join records n on n.id = m.record_id and n.status = 'published'
     where kind.is_ordered and m.collection_id = c.id and ${beyond}
     order by ${order} limit 1)`;
};

/**
 * The first published record of collection `c` that fits, by date. The two conditions are tried one after the other, each along the index on
 * status and date, because dated and undated records lie in separate stretches of it.
 */
const nearest = (sql: Sql, first: Part, second: Part, order: Part, beside: Part) => sql`
  select near.slug, near.title from (
    (select 1 as stretch, n.slug, n.title from records n
     where not kind.is_ordered and n.status = 'published' and ${first}
       and exists (select 1 from collection_records m where m.collection_id = c.id and m.record_id = n.id)
     order by ${order} limit 1)
    union all
    (select 2, n.slug, n.title from records n
     where not kind.is_ordered and n.status = 'published' and ${second}
       and exists (select 1 from collection_records m where m.collection_id = c.id and m.record_id = n.id)
     order by ${order} limit 1)
    union all
    ${beside}
  ) near order by near.stretch limit 1`;

/**
 * For each published collection of a record: which published record stands before and after it, in the order in which the
 * collection is read.
 */
export async function listNeighbours(recordId: number, dateEarliest: number | null): Promise<Neighbours[]> {
  const sql = sqlPool();
  const forward = sql`n.date_earliest, n.id`;
  const backward = sql`n.date_earliest desc, n.id desc`;
  const isDated = sql`n.date_earliest is not null`;
  const isUndated = sql`n.date_earliest is null`;
  const never = sql`false`;
  const here = sql`(${dateEarliest}::integer, ${recordId}::integer)`;
  const place = sql`(cr.position, ${dateEarliest ?? 2_147_483_647}::integer, ${recordId}::integer)`;
  const before = besideInOrder(sql, place, "before");
  const after = besideInOrder(sql, place, "after");
  const [previous, next] =
    dateEarliest === null
      ? [
          nearest(sql, sql`${isUndated} and n.id < ${recordId}`, isDated, backward, before),
          nearest(sql, sql`${isUndated} and n.id > ${recordId}`, never, forward, after),
        ]
      : [
          nearest(sql, sql`(n.date_earliest, n.id) < ${here}`, never, backward, before),
          nearest(sql, sql`(n.date_earliest, n.id) > ${here}`, isUndated, forward, after),
        ];
  const rows = await sql<Neighbours[]>`
    select c.id as "collectionId", c.slug as "collectionSlug", c.title as "collectionTitle",
      previous.slug as "previousSlug", previous.title as "previousTitle",
      next.slug as "nextSlug", next.title as "nextTitle"
    from collection_records cr
    join collections c on c.id = cr.collection_id and c.is_published
    cross join lateral (
      -- Where curators have put nothing in order, all positions are 0 and the records are read by date.
      select exists (select 1 from collection_records o where o.collection_id = c.id and o.position <> 0) as is_ordered
    ) kind
    left join lateral (${previous}) previous on true
    left join lateral (${next}) next on true
    where cr.record_id = ${recordId}
    order by c.position, c.id`;
  return [...rows];
}
