import { isSlugTaken } from "@/db/commands/slugs";
import type { SlugOwner } from "@/lib/archive/vocabulary";
import type { FieldErrors } from "@/lib/form-state";

/**
 * What is wrong with a typed address that something else has: a curator who chose one must not get another unasked. An address
 * the thing has already is its own and so never wrong; null stands for one that is made from the name.
 */
export async function addressErrors(
  field: string,
  owner: SlugOwner,
  slug: string | null,
  ownId: number | null,
): Promise<FieldErrors> {
  if (slug === null || !(await isSlugTaken(owner, slug, ownId))) return {};
  return {
    [field]: [`The address “${slug}” is taken, now or in the past. Choose another one, or leave it empty.`],
  };
}
