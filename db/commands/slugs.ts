import { and, eq, sql } from "drizzle-orm";
import { slugOf } from "@/lib/archive/slug";
import type { SlugOwner } from "@/lib/archive/vocabulary";
import { db, type Transaction } from "../client";
import {
  agents,
  collections,
  places,
  records,
  repositories,
  retiredSlugs,
  subjects,
  themes,
} from "../schema";

const tables = {
  record: records,
  agent: agents,
  place: places,
  subject: subjects,
  collection: collections,
  theme: themes,
  repository: repositories,
};

/**
 * A slug for a text that no other thing of its kind has or once had: "cable", then "cable-2", "cable-3" and so on. Slugs of one
 * kind are given out one transaction at a time, so that two saves cannot take the same one.
 */
export async function freeSlug(
  tx: Transaction,
  owner: SlugOwner,
  text: string,
  ownerId?: number,
): Promise<string> {
  const wanted = slugOf(text);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`slug:${owner}:${wanted}`}))`);
  const table = tables[owner];
  const pattern = `^${wanted}(-[0-9]+)?$`;
  const taken = await tx.execute<{ slug: string }>(sql`
    select slug from ${table} where slug like ${`${wanted}%`} and slug ~ ${pattern} and id is distinct from ${ownerId ?? null}
    union
    select slug from ${retiredSlugs}
    where owner = ${owner} and slug like ${`${wanted}%`} and slug ~ ${pattern} and owner_id is distinct from ${ownerId ?? null}
  `);
  const used = new Set([...taken].map((row) => row.slug));
  if (!used.has(wanted)) return wanted;
  let number = 2;
  while (used.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

/** Whether something else of this kind has this slug or once had it; `ownId` is null for what is not stored yet. */
export async function isSlugTaken(owner: SlugOwner, slug: string, ownId: number | null): Promise<boolean> {
  const taken = await db().execute(sql`
    select 1 from ${tables[owner]} where slug = ${slug} and id is distinct from ${ownId}::int
    union all
    select 1 from ${retiredSlugs} where owner = ${owner} and slug = ${slug} and owner_id is distinct from ${ownId}::int
    limit 1
  `);
  return taken.length > 0;
}

/**
 * As `freeSlug` for many new things at once: one slug for each text, in their order, all different. For imports, which would
 * otherwise ask thousands of times.
 */
export async function freeSlugs(
  tx: Transaction,
  owner: SlugOwner,
  wanted: readonly string[],
): Promise<string[]> {
  const bases = wanted.map(slugOf);
  const asked = sql`${sql.param([...new Set(bases)])}::text[]`;
  // In one order everywhere, so that two transactions cannot wait for each other.
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtext(${`slug:${owner}:`} || base))
    from (select base from unnest(${asked}) as base order by base) ordered
  `);
  const isOurs = sql`(slug = any(${asked}) or regexp_replace(slug, '-[0-9]+$', '') = any(${asked}))`;
  const taken = await tx.execute<{ slug: string }>(sql`
    select slug from ${tables[owner]} where ${isOurs}
    union
    select slug from ${retiredSlugs} where owner = ${owner} and ${isOurs}
  `);
  const used = new Set([...taken].map((row) => row.slug));
  const last = new Map<string, number>();
  return bases.map((base) => {
    let number = last.get(base) ?? 1;
    let slug = number === 1 ? base : `${base}-${number}`;
    while (used.has(slug)) {
      number += 1;
      slug = `${base}-${number}`;
    }
    last.set(base, number);
    used.add(slug);
    return slug;
  });
}

/** Remembers that a thing once had this slug; its old address then redirects. A slug it takes back stops being an old one. */
export async function retireSlug(
  tx: Transaction,
  owner: SlugOwner,
  ownerId: number,
  old: string,
  present: string,
) {
  await tx.insert(retiredSlugs).values({ owner, ownerId, slug: old }).onConflictDoNothing();
  await tx.delete(retiredSlugs).where(and(eq(retiredSlugs.owner, owner), eq(retiredSlugs.slug, present)));
}
