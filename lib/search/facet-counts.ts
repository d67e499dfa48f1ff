import type { FacetName } from "@/db/queries/search-facets";
import { matchedIn, type Matched, type Matching } from "./matching";
import { narrowing } from "./narrowing";

/** How many of the results have each value of a facet, by the catalogue's values. */
export type ValueCounts = ReadonlyMap<string, number>;

const countIn = ({ catalogue }: Matching, { all, closest }: Matched, names: readonly FacetName[]) =>
  catalogue.values.count(all.copy().or(closest).places(), names);

/**
 * Counts facets over all results of a search. A chosen facet is counted as if it were not chosen, so that a reader sees the
 * alternatives; an excluded value as if it were not excluded, so that a reader sees what it hides.
 */
export function countFacets(
  matching: Matching,
  matched: Matched,
  names: readonly FacetName[],
): Map<FacetName, ValueCounts> {
  const { chosen, excluded } = matching.conditions;
  const counts = new Map<FacetName, ValueCounts>();
  const open = names.filter((name) => !chosen.has(name));
  for (const [name, own] of countIn(matching, matched, open)) if (isNamed(open, name)) counts.set(name, own);
  for (const name of names)
    if (chosen.has(name))
      counts.set(name, countIn(matching, matchedIn(matching, name), [name]).get(name) ?? new Map());
  for (const [name, values] of excluded)
    if (isNamed(names, name)) {
      const hidden = countIn(matching, matchedIn(withoutExclusion(matching, name), name), [name]).get(name);
      const own = new Map(counts.get(name));
      for (const value of values) own.set(value, hidden?.get(value) ?? 0);
      counts.set(name, own);
    }
  return counts;
}

const isNamed = (names: readonly FacetName[], name: string): name is FacetName =>
  names.some((own) => own === name);

/** The same search without what it excludes of a facet. */
function withoutExclusion(matching: Matching, name: FacetName): Matching {
  const excluded = new Map([...matching.conditions.excluded].filter(([own]) => own !== name));
  const conditions = { ...matching.conditions, excluded };
  return { ...matching, conditions, narrowing: narrowing(matching.catalogue, conditions) };
}
