import { and, asc, gt, isNull, sql } from "drizzle-orm";
import { slugOfName } from "@/lib/archive/slug";
import { db } from "../client";
import { agentNames, placeNames } from "../schema";

const tables = [agentNames, placeNames];

/** Names read and written at once. */
const batchSize = 2_000;

/**
 * Gives every other name of an agent or place the address that would be its own, where it has none yet, and returns how many
 * it gave. Names of which no letter survives in ASCII stay without. Quick when nothing lacks.
 */
export async function fillNameSlugs(): Promise<number> {
  let filled = 0;
  for (const table of tables) {
    let last = 0;
    for (;;) {
      const rows = await db()
        .select({ id: table.id, name: table.name })
        .from(table)
        .where(and(isNull(table.slug), gt(table.id, last)))
        .orderBy(asc(table.id))
        .limit(batchSize);
      filled += await writeSlugs(table, rows);
      if (rows.length < batchSize) break;
      last = rows.at(-1)?.id ?? last;
    }
  }
  return filled;
}

async function writeSlugs(table: (typeof tables)[number], rows: readonly { id: number; name: string }[]) {
  const named = rows.flatMap(({ id, name }) => {
    const slug = slugOfName(name);
    return slug === null ? [] : [{ id, slug }];
  });
  if (named.length === 0) return 0;
  await db().execute(sql`
    update ${table} as names set slug = given.slug
    from unnest(${sql.param(named.map(({ id }) => id))}::integer[], ${sql.param(named.map(({ slug }) => slug))}::text[])
      as given (id, slug)
    where names.id = given.id`);
  return named.length;
}
