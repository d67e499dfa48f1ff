import { sql } from "drizzle-orm";
import { db } from "../client";
import { collections, places, subjects } from "../schema";

/** Each tree's table, its naming column, the place among siblings where curators give one, and which of its entries readers may see. */
const trees = {
  collection: {
    table: collections,
    name: sql.raw("title"),
    place: sql.raw("position"),
    isShown: sql.raw("t.is_published"),
  },
  place: { table: places, name: sql.raw("name"), place: sql.raw("0"), isShown: sql.raw("true") },
  subject: { table: subjects, name: sql.raw("name"), place: sql.raw("0"), isShown: sql.raw("true") },
};
type Tree = keyof typeof trees;

/** Ids of an entry and of everything public below it, each above what is below it; just the id itself when nothing is below. */
export async function listSubtree(tree: Tree, id: number): Promise<number[]> {
  const { table, place, isShown } = trees[tree];
  const rows = await db().execute<{ id: number }>(sql`
    with recursive below (id, place) as (
      select ${id}::integer, 0
      union all
      select t.id, ${place} from ${table} t join below on t.parent_id = below.id where ${isShown}
    )
    search depth first by place, id set sequence
    cycle id set is_cycle using path
    select id from below where not is_cycle order by sequence`);
  return rows.map((row) => row.id);
}

/** What stands above an entry, from the top of the tree down to its parent. */
export async function listAncestors(tree: Tree, id: number): Promise<{ slug: string; name: string }[]> {
  const { table, name, isShown } = trees[tree];
  const rows = await db().execute<{ slug: string; name: string }>(sql`
    with recursive above (id, parent_id, slug, name, height) as (
      select id, parent_id, slug, ${name}, 0 from ${table} where id = ${id}
      union all
      select t.id, t.parent_id, t.slug, t.${name}, above.height + 1
      from ${table} t join above on t.id = above.parent_id
      where above.height < 50 and ${isShown}
    )
    select slug, name from above where height > 0 order by height desc`);
  return [...rows];
}
