import { decadeInWords, yearInWords } from "@/lib/archive/day-number";
import type { FacetName } from "@/db/queries/search-facets";

export type { FacetFilters, FacetName } from "@/db/queries/search-facets";

export type Facet = {
  /** The parameter of the address, the attribute of the index and the filter, all by one name. */
  readonly name: FacetName;
  readonly label: string;
  /** What its values look like in an address. */
  readonly shape: RegExp;
  /** The order of its values: by how many records have them, or by the value itself. */
  readonly order: "count" | "value";
  /** Shown only once one of these is chosen; nobody misses it before. */
  readonly after?: readonly FacetName[];
  /** Whether its values stand in a tree; those below another are seen once that one is chosen. */
  readonly isTree?: true;
};

const slug = /^[a-z0-9][a-z0-9-]{0,119}$/;
const year = /^(?:0|-?[1-9]\d{0,5})$/;

/** Every facet is also a filter of the same name; the order here is the order on screen. */
export const facets: readonly Facet[] = [
  { name: "collection", label: "Collection", shape: slug, order: "count", isTree: true },
  { name: "person", label: "Person or organisation", shape: slug, order: "count" },
  { name: "place", label: "Place", shape: slug, order: "count", isTree: true },
  { name: "subject", label: "Subject", shape: slug, order: "count", isTree: true },
  { name: "type", label: "Type of document", shape: slug, order: "count" },
  {
    name: "language",
    label: "Language",
    shape: /^[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8}){0,4}$/,
    order: "count",
  },
  // An archive, or after a colon a fond of it: "rgani:5".
  {
    name: "repository",
    label: "Archive",
    shape: /^[a-z0-9][a-z0-9-]{0,119}(?::[^\p{Cc}]{1,200})?$/u,
    order: "count",
    isTree: true,
  },
  { name: "classification", label: "Classification", shape: slug, order: "count" },
  { name: "decade", label: "Decade", shape: /^(?:0|-?[1-9]\d{0,4}0)$/, order: "value" },
  { name: "year", label: "Year", shape: year, order: "value", after: ["decade", "year"] },
];

/** Values of one facet that are seen before a reader asks for all. Times are always all seen: they make a row. */
export const valuesAtFirst = 8;

/** The facets to count and show for these filters. */
export function facetsToShow(filters: Readonly<Partial<Record<FacetName, readonly string[]>>>): FacetName[] {
  return facets.filter(({ after }) => !after || after.some((name) => filters[name])).map(({ name }) => name);
}

/** Values that say what they are: the decade "1960" is the "1960s", the year "-43" is "44 BCE". Null for all others. */
export function spokenValue(facet: FacetName, value: string): string | null {
  const first = Number(value);
  if (facet === "year") return yearInWords(first);
  return facet === "decade" ? decadeInWords(first) : null;
}
