import type { FacetEntry, FacetName, WantedEntries } from "@/db/queries/search-facets";
import { holdingAbove } from "@/lib/archive/holding";
import { countFacets } from "./facet-counts";
import { facetEntries } from "./facet-entries";
import { facets, facetsToShow, spokenValue, valuesAtFirst, type Facet } from "./facets";
import type { Matched, Matching } from "./matching";
import type { FacetResult, FacetValue } from "./results";
import type { CountedValue } from "./value-table";

/** Values of a tree whose place in it is looked up, the most frequent: broader ones are never rarer than those below them. */
const treeValues = 40;
/** Values listed below a chosen one. */
const narrowerValues = 20;
/** Steps from a value up to the top of its tree. */
const deepestTree = 8;

type Entries = ReadonlyMap<string, FacetEntry>;

/** One facet of a search: its values in the order in which they are listed, and what is chosen of it. */
type CountedFacet = {
  readonly name: FacetName;
  readonly list: readonly CountedValue[];
  /** How many values there are in all. */
  readonly total: number;
  readonly countOf: (value: string) => number;
  readonly chosen: readonly string[];
  readonly excluded: readonly string[];
};

/** The facets of a search as its page shows them at first, in the order of their declaration; those without values are left out. */
export async function facetResults(matching: Matching, matched: Matched): Promise<FacetResult[]> {
  const counted = countedFacets(matching, matched, facetsToShow(matching.state.filters));
  const entries = await entriesOf(counted);
  return counted.flatMap((facet) => {
    const { name, total } = facet;
    const { label, order, isTree } = declared(name);
    const known = entries.get(name) ?? new Map<string, FacetEntry>();
    const values = isTree
      ? treeOf(facet, known)
      : listOf(facet, known, order === "value" ? null : valuesAtFirst);
    const seen = values.filter(({ count }) => count > 0).length;
    return values.length > 0 ? [{ name, label, values, more: Math.max(0, total - seen) }] : [];
  });
}

const declared = (name: FacetName): Facet => {
  const facet = facets.find((one) => one.name === name);
  if (!facet) throw new Error(`The facet ${name} is not declared.`);
  return facet;
};

function countedFacets(matching: Matching, matched: Matched, names: readonly FacetName[]): CountedFacet[] {
  const { chosen, excluded } = matching.conditions;
  return [...countFacets(matching, matched, names)].map(([name, { counts, hidden }]) => {
    const own = { chosen: chosen.get(name) ?? [], excluded: excluded.get(name) ?? [] };
    const { order, isTree } = declared(name);
    const marked = own.chosen.length + own.excluded.length;
    const { values: list, total } =
      order === "value"
        ? inOrder(counts.all(name))
        : counts.most(name, isTree ? treeValues : valuesAtFirst + marked);
    // What lies below a place in an archive's order is told by its value; the other trees are asked for it.
    const below = name === "repository" ? partsOf(own.chosen, counts.all(name)) : [];
    const countOf = (value: string) =>
      own.excluded.includes(value) ? (hidden?.of(name, value) ?? 0) : counts.of(name, value);
    return { name, list: [...list, ...below], total, countOf, ...own };
  });
}

/** The most frequent places below chosen ones in the order of archives. */
function partsOf(chosen: readonly string[], counted: readonly CountedValue[]): CountedValue[] {
  return counted
    .filter(([value]) => chosen.includes(holdingAbove(value)?.above ?? ""))
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, narrowerValues);
}

const inOrder = (values: readonly CountedValue[]) => ({
  values: values.toSorted(([first], [second]) => Number(first) - Number(second)),
  total: values.length,
});

/** What is known of the values that may be shown, by facet and value. */
async function entriesOf(counted: readonly CountedFacet[]): Promise<Map<FacetName, Map<string, FacetEntry>>> {
  const isTree = (name: FacetName) => declared(name).isTree === true;
  const found = new Map<FacetName, Map<string, FacetEntry>>(counted.map(({ name }) => [name, new Map()]));
  const read = async (wanted: Partial<Record<FacetName, WantedEntries>>) => {
    for (const entry of await facetEntries(wanted)) found.get(entry.facet)?.set(entry.value, entry);
  };
  await read(
    Object.fromEntries(
      counted.map(({ name, list, chosen, excluded }) => [
        name,
        {
          values: [...list.map(([value]) => value), ...chosen, ...excluded],
          above: isTree(name) ? chosen : [],
        },
      ]),
    ),
  );
  // A chosen value is shown under all that stand above it.
  for (let step = 0; step < deepestTree; step += 1) {
    const missing = counted.flatMap(({ name, chosen, excluded }) => {
      const known = found.get(name);
      const above = [...chosen, ...excluded].flatMap((value) => {
        const top = topKnown(value, known);
        return top?.broader && !known?.has(top.broader) ? [top.broader] : [];
      });
      return above.length > 0 ? [[name, { values: above }] as const] : [];
    });
    if (missing.length === 0) break;
    await read(Object.fromEntries(missing));
  }
  return found;
}

/** The last known entry on the way from a value to the top of its tree. */
function topKnown(value: string, known: Entries | undefined): FacetEntry | undefined {
  let entry = known?.get(value);
  for (let step = 0; entry?.broader && known?.has(entry.broader) && step < deepestTree; step += 1)
    entry = known.get(entry.broader);
  return entry;
}

function valueOf(facet: CountedFacet, value: string, known: Entries): FacetValue | null {
  const entry = known.get(value);
  const label = spokenValue(facet.name, value) ?? entry?.label;
  if (label === undefined) return null;
  const state = facet.chosen.includes(value)
    ? "chosen"
    : facet.excluded.includes(value)
      ? "excluded"
      : "offered";
  return {
    value: entry?.slug ?? value,
    label,
    count: facet.countOf(value),
    state,
    depth: 0,
    hasNarrower: false,
  };
}

/** What is chosen and excluded, then the most frequent others; with no number of them, all in their order. */
function listOf(facet: CountedFacet, known: Entries, others: number | null): FacetValue[] {
  const { chosen, excluded, list } = facet;
  const all = list.map(([value]) => value);
  const marked = [...chosen, ...excluded];
  const values =
    others === null
      ? [...marked.filter((value) => !all.includes(value)), ...all]
      : [
          ...marked,
          ...all
            .slice(0, others + marked.length)
            .filter((value) => !marked.includes(value))
            .slice(0, others),
        ];
  return values.flatMap((value) => valueOf(facet, value, known) ?? []);
}

/** The broadest values, and below chosen ones those that stand right under them. */
function treeOf(facet: CountedFacet, known: Entries): FacetValue[] {
  const { chosen, excluded } = facet;
  const open = new Set([...chosen, ...excluded].flatMap((value) => pathOf(value, known)).concat(chosen));
  const isKept = (value: string) => open.has(value) || excluded.includes(value);
  const children = childrenIn(facet, known, isKept);
  const listed = (parent: string | null, depth: number): FacetValue[] =>
    (children.get(parent) ?? [])
      .filter((value, index) => index < (parent === null ? valuesAtFirst : narrowerValues) || isKept(value))
      .flatMap((value) => {
        const own = valueOf(facet, value, known);
        if (!own || depth > deepestTree) return [];
        const narrower = open.has(value) ? listed(value, depth + 1) : [];
        return [{ ...own, depth, hasNarrower: children.has(value) }, ...narrower];
      });
  return listed(null, 0);
}

/** The known values below each value, the most frequent first; below null those that stand at the top of what is found. */
function childrenIn(
  { countOf }: CountedFacet,
  known: Entries,
  isKept: (value: string) => boolean,
): Map<string | null, string[]> {
  const counted = [...known.values()].map((entry) => ({ ...entry, count: countOf(entry.value) }));
  const found = new Set(
    counted.filter(({ value, count }) => count > 0 || isKept(value)).map(({ value }) => value),
  );
  const children = new Map<string | null, string[]>();
  for (const { value, broader } of counted.toSorted(
    (a, b) => b.count - a.count || (a.label < b.label ? -1 : 1),
  )) {
    if (!found.has(value)) continue;
    const parent = broader !== null && (found.has(broader) || countOf(broader) > 0) ? broader : null;
    const own = children.get(parent);
    if (own) own.push(value);
    else children.set(parent, [value]);
  }
  return children;
}

/** The values above a value, without itself. */
function pathOf(value: string, known: Entries): string[] {
  const path: string[] = [];
  for (
    let above = known.get(value)?.broader;
    above && path.length < deepestTree;
    above = known.get(above)?.broader
  )
    path.push(above);
  return path;
}
