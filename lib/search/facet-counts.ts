import type { FacetName } from "@/db/queries/search-facets";
import { matchedIn, type Matched, type Matching } from "./matching";
import { narrowing } from "./narrowing";
import type { ValueCounts } from "./value-table";

const countIn = ({ catalogue }: Matching, { all, closest }: Matched): ValueCounts =>
  catalogue.values.count(all.copy().or(closest).places());

/** The counts of a facet, and those of what it excludes. */
export type FacetCount = { readonly counts: ValueCounts; readonly hidden: ValueCounts | null };

/**
 * Counts facets over all results of a search. A chosen facet is counted as if it were not chosen, so that a reader sees the
 * alternatives; an excluded value as if it were not excluded, so that a reader sees what it hides.
 */
export function countFacets(
  matching: Matching,
  matched: Matched,
  names: readonly FacetName[],
): Map<FacetName, FacetCount> {
  const { chosen, excluded } = matching.conditions;
  const open = countIn(matching, matched);
  return new Map(
    names.map((name) => [
      name,
      {
        counts: chosen.has(name) ? countIn(matching, matchedIn(matching, name)) : open,
        hidden: excluded.has(name)
          ? countIn(matching, matchedIn(withoutExclusion(matching, name), name))
          : null,
      },
    ]),
  );
}

/** The same search without what it excludes of a facet. */
function withoutExclusion(matching: Matching, name: FacetName): Matching {
  const excluded = new Map([...matching.conditions.excluded].filter(([own]) => own !== name));
  const conditions = { ...matching.conditions, excluded };
  return { ...matching, conditions, narrowing: narrowing(matching.catalogue, conditions) };
}
