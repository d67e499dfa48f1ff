import { sql } from "drizzle-orm";
import { db } from "../client";
import { collections, places, subjects } from "../schema";

const trees = { collection: collections, place: places, subject: subjects };
export type Tree = keyof typeof trees;

/** Ids of an entry and of everything below it, in no order; just the id itself when nothing is below. */
export async function listSubtree(tree: Tree, id: number): Promise<number[]> {
  const table = trees[tree];
  const rows = await db().execute<{ id: number }>(sql`
    with recursive below (id) as (
      select ${id}::integer
      union
      select t.id from ${table} t join below on t.parent_id = below.id
    )
    select id from below`);
  return rows.map((row) => row.id);
}

/** What stands above an entry, from the top of the tree down to its parent. */
export async function listAncestors(tree: Tree, id: number): Promise<{ slug: string; name: string }[]> {
  const table = trees[tree];
  const name = tree === "collection" ? sql.raw("title") : sql.raw("name");
  const rows = await db().execute<{ slug: string; name: string }>(sql`
    with recursive above (id, parent_id, slug, name, height) as (
      select id, parent_id, slug, ${name}, 0 from ${table} where id = ${id}
      union all
      select t.id, t.parent_id, t.slug, t.${name}, above.height + 1
      from ${table} t join above on t.id = above.parent_id
      where above.height < 50
    )
    select slug, name from above where height > 0 order by height desc`);
  return [...rows];
}
