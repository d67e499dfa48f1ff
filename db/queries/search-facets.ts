import { holdingAbove, holdingMark } from "@/lib/archive/holding";
import { sqlPool } from "../client";
import { dimensions, type Dimension } from "./search-catalogue";

/** What a reader can narrow by. `lib/search/facets` says how each is shown. */
export type FacetName = Exclude<Dimension, "author" | "recipient" | "has">;

export const facetNames: readonly FacetName[] = dimensions.filter(
  (name): name is FacetName => name !== "author" && name !== "recipient" && name !== "has",
);

/** Chosen values by facet, as addresses write them: slugs, codes of languages, first years of times. */
export type FacetFilters = Readonly<Partial<Record<FacetName, readonly string[]>>>;

/** Where the entries of a facet stand; facets of others speak for themselves. */
type FacetTable = {
  readonly table: string;
  readonly key: string;
  readonly slug: string;
  readonly label: string;
  /** The column of the broader entry, of facets that are trees. */
  readonly broader?: string;
};

const tables = {
  collection: { table: "collections", key: "id", slug: "slug", label: "title", broader: "parent_id" },
  person: { table: "agents", key: "id", slug: "slug", label: "name" },
  place: { table: "places", key: "id", slug: "slug", label: "name", broader: "parent_id" },
  subject: {
    table: "subjects",
    key: "id",
    slug: "slug",
    label: "replace(name, '--', ' – ')",
    broader: "parent_id",
  },
  type: { table: "document_types", key: "id", slug: "slug", label: "name" },
  language: { table: "languages", key: "code", slug: "code", label: "name" },
  repository: { table: "repositories", key: "id", slug: "slug", label: "name" },
  classification: { table: "classifications", key: "id", slug: "slug", label: "name" },
} as const satisfies Partial<Record<FacetName, FacetTable>>;

type TableFacet = keyof typeof tables;
const tableFacets = facetNames.filter((name): name is TableFacet => name in tables);
const tableOf = (facet: TableFacet): FacetTable => tables[facet];

/** The values of the catalogue that chosen values stand for. What names nothing is absent. */
export async function findFacetValues(filters: FacetFilters): Promise<{ facet: FacetName; value: string }[]> {
  const sql = sqlPool();
  const spoken = (["decade", "year"] as const).flatMap((facet) =>
    (filters[facet] ?? []).map((value) => ({ facet, value })),
  );
  const fonds = (filters.repository ?? []).filter((value) => value.includes(holdingMark));
  const slugsOf = (facet: TableFacet) =>
    (filters[facet] ?? []).map((value) =>
      facet === "repository" ? (value.split(holdingMark, 1)[0] ?? "") : value,
    );
  // All facets are asked for each time, some for nothing: so there is one statement, prepared once on each connection.
  const parts = tableFacets.map((facet) => {
    const { table, key, slug } = tableOf(facet);
    return sql`
      select ${facet}::text as facet, ${sql.unsafe(key)}::text as value, ${sql.unsafe(slug)} as slug
      from ${sql.unsafe(table)} where ${sql.unsafe(slug)} = any(${slugsOf(facet)}::text[])`;
  });
  const all = parts.reduce((before, part) => sql`${before} union all ${part}`);
  const rows = await sql<{ facet: FacetName; value: string; slug: string }[]>`${all}`;
  const found = rows.flatMap(({ facet, value, slug }): { facet: FacetName; value: string }[] => {
    if (facet !== "repository") return [{ facet, value }];
    const whole = filters.repository?.includes(slug) ? [{ facet, value }] : [];
    const parts = fonds.filter((part) => part.startsWith(`${slug}${holdingMark}`));
    return [...whole, ...parts.map((part) => ({ facet, value: `${value}${part.slice(slug.length)}` }))];
  });
  return [...found, ...spoken];
}

/** An entry of a facet: the catalogue's value, what addresses say, what readers see, and the value above it. */
export type FacetEntry = {
  readonly facet: FacetName;
  readonly value: string;
  readonly slug: string;
  readonly label: string;
  readonly broader: string | null;
};

export type WantedEntries = {
  /** These values. */
  readonly values: readonly string[];
  /** And all that stand right below one of these. */
  readonly above?: readonly string[];
};

/** The entries of values with their present labels; values that name nothing any more, and those that speak for themselves, are absent. */
export async function findFacetEntries(
  wanted: Readonly<Partial<Record<FacetName, WantedEntries>>>,
): Promise<FacetEntry[]> {
  const sql = sqlPool();
  const keysOf = (values: readonly string[] = []) => [
    ...new Set(values.map((value) => value.split(holdingMark, 1)[0] ?? "")),
  ];
  const parts = tableFacets.map((facet) => {
    const { table, key, slug, label, broader } = tableOf(facet);
    const { values = [], above = [] } = wanted[facet] ?? {};
    const cast = sql.unsafe(key === "id" ? "integer[]" : "text[]");
    const children = broader ? sql`or ${sql.unsafe(broader)} = any(${[...above]}::${cast})` : sql``;
    return sql`
      select ${facet}::text as facet, ${sql.unsafe(key)}::text as value, ${sql.unsafe(slug)} as slug, ${sql.unsafe(label)} as label,
        ${sql.unsafe(broader ? `${broader}::text` : "null::text")} as broader
      from ${sql.unsafe(table)} where ${sql.unsafe(key)} = any(${keysOf(values)}::${cast}) ${children}`;
  });
  const all = parts.reduce((before, part) => sql`${before} union all ${part}`);
  const rows = await sql<FacetEntry[]>`${all}`;
  const places = (wanted.repository?.values ?? []).filter((value) => value.includes(holdingMark));
  return rows.flatMap((entry) => [
    entry,
    ...(entry.facet === "repository"
      ? places
          .filter((value) => value.startsWith(`${entry.value}${holdingMark}`))
          .map((value) => placeEntry(entry, value))
      : []),
  ]);
}

/** The entry of a place in the order of an archive. */
function placeEntry(archive: FacetEntry, value: string): FacetEntry {
  const { above, name } = holdingAbove(value) ?? { above: null, name: value };
  return {
    ...archive,
    value,
    slug: `${archive.slug}${value.slice(archive.value.length)}`,
    label: name,
    broader: above,
  };
}
