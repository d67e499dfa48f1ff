import "server-only";
import { notFound } from "next/navigation";
import { listEntriesNamed } from "@/db/queries/name-slugs";
import { findRetiredSlug } from "@/db/queries/retired-slugs";
import { authoritiesTag } from "@/lib/archive/cache-tags";
import type { SlugOwner } from "@/lib/archive/vocabulary";
import { dependsOn } from "@/lib/cache/render-scope";

type Key = { slug: string } | { id: number };

/**
 * The thing at an address. An address it once had redirects for ever to the present one, and so does the address that another
 * name of an agent or place would have; an address that nothing has, or that readers may not see, is not found. `goTo` answers
 * with the permanent redirect, `choose` leads to a list of those that share the name.
 */
export async function loadAtAddress<Thing extends { slug: string }>(
  owner: SlugOwner,
  slug: string,
  find: (key: Key) => Promise<Thing | null>,
  goTo: (slug: string) => never,
  choose: (name: string) => never = notFound,
): Promise<Thing> {
  dependsOn(authoritiesTag);
  const found = await find({ slug });
  if (found) return found;
  const id = await findRetiredSlug(owner, slug);
  const moved = id === null ? null : await find({ id });
  if (moved) goTo(moved.slug);
  const [meant, ...others] =
    owner === "agent" || owner === "place" ? await listEntriesNamed(owner, slug) : [];
  if (meant && others.length === 0) goTo(meant.slug);
  if (meant) choose(meant.name);
  notFound();
}
