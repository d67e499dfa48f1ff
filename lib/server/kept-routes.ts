import { coverageRows } from "@/lib/archive/coverage";
import { periodParts } from "@/lib/archive/period";
import { memberSorts } from "@/lib/archive/record-sorts";
import { agentKinds, agentRoles } from "@/lib/archive/vocabulary";
import { vocabularies, vocabularySorts } from "@/lib/archive/vocabulary-kinds";

/** The public pages whose answers are kept, with the query parameters they read and what those may look like. */
interface KeptRoute {
  path: RegExp;
  query: Readonly<Record<string, RegExp>>;
  /** A parameter with which every address is another page: such pages are made anew. */
  unless?: string;
}

const page = /^[1-9]\d{0,5}$/;
const oneOf = (words: readonly string[]) => new RegExp(`^(?:${words.join("|")})$`);

const sort = oneOf(memberSorts);
const year = /^(?:0|-?[1-9]\d{0,5})$/;
/** What any list of records reads. */
const list = { page, sort, year };

const keptRoutes: readonly KeptRoute[] = [
  { path: /^\/(?:about|browse|collections|places|subjects|repositories|years|themes)?$/, query: {} },
  {
    path: /^\/people$/,
    query: { page, letter: /^(?:[a-z]|other)$/, kind: oneOf(agentKinds) },
    unless: "q",
  },
  { path: /^\/people\/[^/]+$/, query: { ...list, role: oneOf(agentRoles) } },
  {
    path: /^\/years(?:\/[^/]+){1,3}$/,
    query: { page, sort, part: oneOf(periodParts), month: /^(?:[1-9]|1[0-2])$/ },
  },
  ...Object.values(vocabularies).flatMap(({ path }) => [
    { path: new RegExp(`^${path}$`), query: { sort: oneOf(vocabularySorts) } },
    { path: new RegExp(`^${path}/[^/]+$`), query: list },
  ]),
  { path: /^\/coverage$/, query: { by: oneOf(coverageRows) } },
  { path: /^\/collection\/[^/]+\/finding-aid$/, query: { page } },
  { path: /^\/on-this-day\/[^/]+$/, query: { page, sort } },
  { path: /^\/(?:collection|places|subjects|repositories)\/[^/]+$/, query: list },
  // An address with a dot is the record as a file.
  { path: /^\/document\/[^/.]+$/, query: {} },
  { path: /^\/theme\/[^/]+$/, query: {} },
  { path: /^\/document\/[^/]+\/scans\/[1-9]\d{0,4}$/, query: {} },
];

const routeOf = (path: string) => keptRoutes.find((candidate) => candidate.path.test(path));

/**
 * Whether the page is a public document like the kept ones, but made anew for each request because every address is another page:
 * the search, and lists narrowed by words.
 */
export function isMadeAnew(path: string, search: URLSearchParams): boolean {
  const unless = routeOf(path)?.unless;
  return path === "/search" || (unless !== undefined && search.has(unless));
}

/**
 * The address under which the answer to `path?search` is kept, or null for pages that are made anew for each request.
 *
 * Parameters that the page does not read, or cannot understand, are left out, and the rest put in one order. The page is rendered
 * from this address, so two spellings share one answer and two answers never share one address.
 */
export function keptAddress(path: string, search: URLSearchParams): string | null {
  const route = routeOf(path);
  if (!route || (route.unless !== undefined && search.has(route.unless))) return null;
  const kept = new URLSearchParams();
  for (const [name, shape] of Object.entries(route.query)) {
    const value = search.get(name);
    if (value !== null && shape.test(value)) kept.set(name, value);
  }
  return kept.size > 0 ? `${path}?${kept}` : path;
}
