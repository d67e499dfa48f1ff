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

/**
 * The first published record of collection `c` that fits. The two conditions are tried one after the other, each along the index on
 * status and date, because dated and undated records lie in separate stretches of it.
 */
const nearest = (sql: Sql, first: Part, second: Part, order: Part) => sql`
  select near.slug, near.title from (
    (select 1 as stretch, n.slug, n.title from records n
     where n.status = 'published' and ${first}
       and exists (select 1 from collection_records m where m.collection_id = c.id and m.record_id = n.id)
     order by ${order} limit 1)
    union all
    (select 2, n.slug, n.title from records n
     where n.status = 'published' and ${second}
       and exists (select 1 from collection_records m where m.collection_id = c.id and m.record_id = n.id)
     order by ${order} limit 1)
  ) near order by near.stretch limit 1`;

/** For each published collection of a record: which published record stands before and after it in date order. */
export async function listNeighbours(recordId: number, dateEarliest: number | null): Promise<Neighbours[]> {
  const sql = sqlPool();
  const forward = sql`n.date_earliest, n.id`;
  const backward = sql`n.date_earliest desc, n.id desc`;
  const isDated = sql`n.date_earliest is not null`;
  const isUndated = sql`n.date_earliest is null`;
  const never = sql`false`;
  const here = sql`(${dateEarliest}::integer, ${recordId}::integer)`;
  const [previous, next] =
    dateEarliest === null
      ? [
          nearest(sql, sql`${isUndated} and n.id < ${recordId}`, isDated, backward),
          nearest(sql, sql`${isUndated} and n.id > ${recordId}`, never, forward),
        ]
      : [
          nearest(sql, sql`(n.date_earliest, n.id) < ${here}`, never, backward),
          nearest(sql, sql`(n.date_earliest, n.id) > ${here}`, isUndated, forward),
        ];
  const rows = await sql<Neighbours[]>`
    select c.id as "collectionId", c.slug as "collectionSlug", c.title as "collectionTitle",
      previous.slug as "previousSlug", previous.title as "previousTitle",
      next.slug as "nextSlug", next.title as "nextTitle"
    from collection_records cr
    join collections c on c.id = cr.collection_id and c.is_published
    left join lateral (${previous}) previous on true
    left join lateral (${next}) next on true
    where cr.record_id = ${recordId}
    order by c.position, c.id`;
  return [...rows];
}
