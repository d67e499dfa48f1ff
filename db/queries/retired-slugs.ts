import { and, eq } from "drizzle-orm";
import type { SlugOwner } from "@/lib/archive/vocabulary";
import { db } from "../client";
import { retiredSlugs } from "../schema";

/** The id of the thing that once had this slug; null when none had. */
export async function findRetiredSlug(owner: SlugOwner, slug: string): Promise<number | null> {
  const [row] = await db()
    .select({ ownerId: retiredSlugs.ownerId })
    .from(retiredSlugs)
    .where(and(eq(retiredSlugs.owner, owner), eq(retiredSlugs.slug, slug)));
  return row?.ownerId ?? null;
}
