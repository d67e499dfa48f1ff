import { sqlPool } from "@/db/client";

/** The pages that are measured, found in whatever the archive holds. */
export type Pages = {
  readonly records: number;
  readonly collection: string;
  /** The same collection's last page. */
  readonly collectionEnd: string;
  /** Paths of record pages. */
  readonly documents: readonly string[];
};

/** Finds the largest collection and up to `limit` record pages spread over the whole archive. */
export async function findPages(serverUrl: string, limit: number): Promise<Pages> {
  const sql = sqlPool();
  const [total] = await sql<
    { count: number }[]
  >`select count(*)::int from records where status = 'published'`;
  const [largest] = await sql<{ slug: string }[]>`
    select c.slug from collections c join collection_records cr on cr.collection_id = c.id
    where c.is_published group by c.id order by count(*) desc, c.id limit 1`;
  const documents = await sql<{ slug: string }[]>`
    select slug from records where status = 'published' order by md5(id::text) limit ${limit}`;
  if (!total || !largest) throw new Error("The archive has no published collection to measure.");
  const collection = `/collection/${largest.slug}`;
  return {
    records: total.count,
    collection,
    collectionEnd: await lastPageOf(serverUrl, collection),
    documents: documents.map(({ slug }) => `/document/${slug}`),
  };
}

/** Follows the highest page number a list links to until there is none higher. */
async function lastPageOf(serverUrl: string, path: string): Promise<string> {
  let last = 1;
  for (;;) {
    const html = await textOf(`${serverUrl}${last === 1 ? path : `${path}?page=${last}`}`);
    const linked = [...html.matchAll(/[?&;]page=(\d+)/g)].map(([, number]) => Number(number));
    const highest = Math.max(last, ...linked);
    if (highest === last) return last === 1 ? path : `${path}?page=${last}`;
    last = highest;
  }
}

/** The body of an address that must answer 200. */
export async function textOf(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  if (!response.ok) throw new Error(`${url} answers ${response.status}.`);
  return response.text();
}
