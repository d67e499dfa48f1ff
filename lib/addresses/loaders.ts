import "server-only";
import { notFound, permanentRedirect } from "next/navigation";
import { findRetiredSlug } from "@/db/queries/retired-slugs";
import { authoritiesTag } from "@/lib/archive/cache-tags";
import type { SlugOwner } from "@/lib/archive/vocabulary";
import { dependsOn } from "@/lib/cache/render-scope";

type Key = { slug: string } | { id: number };

/**
 * The thing at an address. An address it once had redirects for ever to the present one; an address that nothing has, or that
 * readers may not see, is not found.
 */
export async function loadAtAddress<Thing extends { slug: string }>(
  owner: SlugOwner,
  slug: string,
  find: (key: Key) => Promise<Thing | null>,
  hrefOf: (slug: string) => string,
): Promise<Thing> {
  dependsOn(authoritiesTag);
  const found = await find({ slug });
  if (found) return found;
  const id = await findRetiredSlug(owner, slug);
  const moved = id === null ? null : await find({ id });
  if (moved) permanentRedirect(hrefOf(moved.slug));
  notFound();
}
