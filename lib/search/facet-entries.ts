import {
  facetNames,
  findFacetEntries,
  type FacetEntry,
  type FacetName,
  type WantedEntries,
} from "@/db/queries/search-facets";
import { authoritiesTag, namesTag } from "@/lib/archive/cache-tags";
import { isFresh, isTrusted, tagClock } from "@/lib/cache/tag-clock";

/** Entries that are kept; beyond them all are read again. */
const mostKept = 20_000;

const kept = { entries: new Map<string, FacetEntry>(), stamp: -1 };

const keyOf = (facet: FacetName, value: string) => `${facet}:${value}`;

/**
 * The entries of facet values, as `findFacetEntries` reads them. The few that most results show are kept until an authority changes,
 * as long as news of changes arrive.
 */
export async function facetEntries(
  wanted: Readonly<Partial<Record<FacetName, WantedEntries>>>,
): Promise<FacetEntry[]> {
  if (!isTrusted() || asksBelow(wanted)) return findFacetEntries(wanted);
  if (!isFresh([authoritiesTag, namesTag], kept.stamp) || kept.entries.size > mostKept) {
    kept.entries.clear();
    kept.stamp = tagClock.now;
  }
  const found: FacetEntry[] = [];
  const missing: Partial<Record<FacetName, WantedEntries>> = {};
  let isMissing = false;
  for (const facet of facetNames) {
    const unknown = (wanted[facet]?.values ?? []).filter((value) => {
      const entry = kept.entries.get(keyOf(facet, value));
      if (entry) found.push(entry);
      return entry === undefined;
    });
    if (unknown.length === 0 || speaksForItself(facet)) continue;
    missing[facet] = { values: unknown };
    isMissing = true;
  }
  if (!isMissing) return found;
  const { stamp } = kept;
  const read = await findFacetEntries(missing);
  if (kept.stamp === stamp)
    for (const entry of read) kept.entries.set(keyOf(entry.facet, entry.value), entry);
  return [...found, ...read];
}

/** What stands below a value cannot be told from what is kept. */
const asksBelow = (wanted: Readonly<Partial<Record<FacetName, WantedEntries>>>): boolean =>
  Object.values(wanted).some(({ above }) => above !== undefined && above.length > 0);

const speaksForItself = (facet: FacetName): boolean => facet === "decade" || facet === "year";
