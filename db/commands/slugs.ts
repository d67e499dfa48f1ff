import { and, eq, sql } from "drizzle-orm";
import { slugOf } from "@/lib/archive/slug";
import type { SlugOwner } from "@/lib/archive/vocabulary";
import type { Transaction } from "../client";
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
