import { sql } from "drizzle-orm";
import { db } from "../client";

/** Published records that PostgreSQL's own search does not know, in order of id. */
export async function listUnsearchableIds(): Promise<number[]> {
  const rows = await db().execute<{ id: number }>(sql`
    select r.id from records r
    where r.status = 'published' and not exists (select from record_search s where s.record_id = r.id) order by r.id
  `);
  return [...rows].map(({ id }) => id);
}
