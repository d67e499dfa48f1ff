import "server-only";
import { notFound } from "next/navigation";
import { findRetiredSlug } from "@/db/queries/retired-slugs";
import { authoritiesTag } from "@/lib/archive/cache-tags";
import type { SlugOwner } from "@/lib/archive/vocabulary";
import { dependsOn } from "@/lib/cache/render-scope";

type Key = { slug: string } | { id: number };

/**
 * The thing at an address. An address it once had redirects for ever to the present one; an address that nothing has, or that
 * readers may not see, is not found. `goTo` answers with the permanent redirect.
 */
export async function loadAtAddress<Thing extends { slug: string }>(
  owner: SlugOwner,
  slug: string,
  find: (key: Key) => Promise<Thing | null>,
  goTo: (slug: string) => never,
): Promise<Thing> {
  dependsOn(authoritiesTag);
  const found = await find({ slug });
  if (found) return found;
  const id = await findRetiredSlug(owner, slug);
  const moved = id === null ? null : await find({ id });
  if (moved) goTo(moved.slug);
  notFound();
}
