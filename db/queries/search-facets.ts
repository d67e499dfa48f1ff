import { sql, type SQL } from "drizzle-orm";
import { mostDecades, mostYears } from "@/lib/archive/date-buckets";
import { openFuture, openPast } from "@/lib/archive/day-number";
import { sqlPool, type Database, type Transaction } from "../client";

/** How PostgreSQL finds the values of a facet: rows `l` that link records to a value, and where a value's label stands. */
type FacetSource = {
  /** A from-clause in which `l.record_id` is the record. */
  readonly links: string;
  readonly value: string;
  /** The table of the values with the columns of its key and its label; absent where values speak for themselves. */
  readonly labels?: { readonly table: string; readonly key: string; readonly label: string };
};

/** The years a date may lie in, `step` years to a bucket; the same buckets as `lib/archive/date-buckets` makes. */
const buckets = (step: number, most: number) => `(
  select d.id as record_id, (n * ${step})::text as value
  from records d, generate_series(floor(d.date_earliest / ${step * 10_000}.0)::integer, floor(d.date_latest / ${step * 10_000}.0)::integer) n
  where d.date_earliest > ${openPast} and d.date_latest < ${openFuture}
    and floor(d.date_latest / ${step * 10_000}.0) - floor(d.date_earliest / ${step * 10_000}.0) < ${most}
) l`;

const sources = {
  collection: {
    links: "collection_records l join collections v on v.id = l.collection_id and v.is_published",
    value: "v.slug",
    labels: { table: "collections", key: "slug", label: "title" },
  },
  person: {
    links: "record_agents l join agents v on v.id = l.agent_id",
    value: "v.slug",
    labels: { table: "agents", key: "slug", label: "name" },
  },
  place: {
    links: "record_places l join places v on v.id = l.place_id",
    value: "v.slug",
    labels: { table: "places", key: "slug", label: "name" },
  },
  subject: {
    links: "record_subjects l join subjects v on v.id = l.subject_id",
    value: "v.slug",
    labels: { table: "subjects", key: "slug", label: "replace(name, '--', ' – ')" },
  },
  type: {
    links: "record_document_types l join document_types v on v.id = l.document_type_id",
    value: "v.slug",
    labels: { table: "document_types", key: "slug", label: "name" },
  },
  language: {
    links: "record_languages l join languages v on v.code = l.language_code",
    value: "v.code",
    labels: { table: "languages", key: "code", label: "name" },
  },
  repository: {
    links: "archival_references l join repositories v on v.id = l.repository_id",
    value: "v.slug",
    labels: { table: "repositories", key: "slug", label: "name" },
  },
  classification: {
    links: "record_classifications l join classifications v on v.id = l.classification_id",
    value: "v.slug",
    labels: { table: "classifications", key: "slug", label: "name" },
  },
  decade: { links: buckets(10, mostDecades), value: "l.value" },
  year: { links: buckets(1, mostYears), value: "l.value" },
} as const satisfies Record<string, FacetSource>;

/** What records can be narrowed by. `lib/search/facets` says how each is shown. */
export type FacetName = keyof typeof sources;

export const facetNames: readonly FacetName[] = Object.keys(sources).filter(
  (name): name is FacetName => name in sources,
);

export type FacetFilters = Readonly<Partial<Record<FacetName, readonly string[]>>>;

/** How often each value of a facet occurs, most frequent first. */
export type FacetCounts = readonly (readonly [value: string, count: number])[];

const sourceOf = (facet: FacetName): FacetSource => sources[facet];

/** The condition that the record `r` has one of the values. */
export function facetCondition(facet: FacetName, values: readonly string[]): SQL {
  const { links, value } = sourceOf(facet);
  return sql`exists (
    select 1 from ${sql.raw(links)}
    where l.record_id = r.id and ${sql.raw(value)} = any(${sql.param([...values])}::text[])
  )`;
}

/** Counts the values of facets among the given records, at most `limit` values of each. */
export async function countFacets(
  from: Database | Transaction,
  facets: readonly FacetName[],
  ids: readonly number[],
  limit: number,
): Promise<Map<FacetName, FacetCounts>> {
  const counted = new Map<FacetName, (readonly [string, number])[]>(facets.map((facet) => [facet, []]));
  if (facets.length === 0 || ids.length === 0) return counted;
  const parts = facets.map((facet) => {
    const { links, value } = sourceOf(facet);
    return sql`(
      select ${facet}::text as facet, ${sql.raw(value)} as value, count(distinct l.record_id)::integer as count
      from ${sql.raw(links)}
      where l.record_id = any(${sql.param([...ids])}::integer[])
      group by 2 order by 3 desc, 2 limit ${limit}
    )`;
  });
  const rows = await from.execute<{ facet: FacetName; value: string; count: number }>(
    sql.join(parts, sql` union all `),
  );
  for (const { facet, value, count } of rows) counted.get(facet)?.push([value, count]);
  return counted;
}

/**
 * The present labels of facet values: a list of [facet, value, label]. Values that name nothing any more are absent, and so are
 * those of facets whose values speak for themselves.
 */
export async function findFacetLabels(
  wanted: FacetFilters,
): Promise<{ facet: FacetName; value: string; label: string }[]> {
  const sql = sqlPool();
  // All facets are asked for each time, some for nothing: so there is one statement, prepared once on each connection.
  const parts = facetNames.flatMap((facet) => {
    const { labels } = sourceOf(facet);
    if (!labels) return [];
    return sql`
      select ${facet}::text as facet, ${sql.unsafe(labels.key)} as value, ${sql.unsafe(labels.label)} as label
      from ${sql.unsafe(labels.table)} where ${sql.unsafe(labels.key)} = any(${[...(wanted[facet] ?? [])]}::text[])`;
  });
  const all = parts.reduce((before, part) => sql`${before} union all ${part}`);
  return [...(await sql<{ facet: FacetName; value: string; label: string }[]>`${all}`)];
}
