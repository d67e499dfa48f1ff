/** The public pages whose answers are kept, with the query parameters they read and what those may look like. */
interface KeptRoute {
  path: RegExp;
  query: Readonly<Record<string, RegExp>>;
}

const page = /^[1-9]\d{0,5}$/;
const word = /^[a-z][a-z0-9-]{0,63}$/;

const listQuery = { page, sort: word };

const keptRoutes: readonly KeptRoute[] = [
  { path: /^\/(?:about)?$/, query: {} },
  {
    path: /^\/(?:collections|people|places|subjects|repositories|years|themes)$/,
    query: { ...listQuery, letter: word },
  },
  { path: /^\/(?:collection|people|places|subjects|repositories|years|themes)\/[^/]+$/, query: listQuery },
  { path: /^\/document\/[^/]+$/, query: { collection: word } },
];

/**
 * The address under which the answer to `path?search` is kept, or null for pages that are made anew for each request.
 *
 * Parameters that the page does not read, or cannot understand, are left out, and the rest put in one order. The page is rendered
 * from this address, so two spellings share one answer and two answers never share one address.
 */
export function keptAddress(path: string, search: URLSearchParams): string | null {
  const route = keptRoutes.find((candidate) => candidate.path.test(path));
  if (!route) return null;
  const kept = new URLSearchParams();
  for (const [name, shape] of Object.entries(route.query)) {
    const value = search.get(name);
    if (value !== null && shape.test(value)) kept.set(name, value);
  }
  return kept.size > 0 ? `${path}?${kept}` : path;
}
