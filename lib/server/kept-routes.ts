import { coverageRows } from "@/lib/archive/coverage";
import { periodParts } from "@/lib/archive/period";
import { memberSorts } from "@/lib/archive/record-sorts";
import { vocabularies, vocabularySorts } from "@/lib/archive/vocabulary-kinds";
import { agentSorts, initialLetter, pairModes } from "@/lib/archive/agent-lists";
import { mapParts } from "@/lib/maps/parts";
import { mapSorts } from "@/lib/maps/state";
import { agentKinds, agentRoles, placeRoles } from "@/lib/archive/vocabulary";

/** The public pages whose answers are kept, with the query parameters they read and what those may look like. */
interface KeptRoute {
  path: RegExp;
  query: Readonly<Record<string, RegExp>>;
  /** Parameters with which every address is another page: such pages are made anew. */
  unless?: readonly string[];
}

/** The scans of a record, or one of its texts. */
const part = /^(?:scan|t[1-9]\d{0,8})$/;
const page = /^[1-9]\d{0,5}$/;
const slug = /^[a-z0-9-]{1,100}$/;
const letter = /^(?:[a-z]|other)$/;
const oneOf = (words: readonly string[]) => new RegExp(`^(?:${words.join("|")})$`);

const sort = oneOf(memberSorts);
const year = /^(?:0|-?[1-9]\d{0,5})$/;
/** What any list of records reads. */
const list = { page, sort, year };

/** The page for those who search too much: kept, for it must cost nothing. */
export const tooManySearches = "/search/too-many";
const tooManyPath = new RegExp(`^${tooManySearches}$`);

/** Every address that a page answers must be among them, also where the page then says that nothing is there: Next's own answer would be blank. */
const keptRoutes: readonly KeptRoute[] = [
  { path: /^\/(?:about|browse|collections|searches|years|themes)?$/, query: {} },
  {
    path: /^\/(?:places|subjects)$/,
    query: { page, view: /^list$/, letter, sort: /^records$/ },
    unless: ["q", "under"],
  },
  {
    path: /^\/people$/,
    query: {
      page,
      letter: initialLetter,
      kind: oneOf(agentKinds),
      sort: oneOf(agentSorts),
      all: /^yes$/,
    },
    unless: ["q"],
  },
  { path: /^\/people\/[^/]+$/, query: { ...list, role: oneOf(agentRoles) } },
  { path: /^\/people\/[^/]+\/correspondents$/, query: { page } },
  { path: /^\/people\/[^/]+\/with\/[^/]+$/, query: { ...list, show: oneOf(pairModes) } },
  {
    path: /^\/map$/,
    query: { page, part: oneOf(mapParts), region: slug, role: oneOf(placeRoles), sort: oneOf(mapSorts) },
    // Two years make millions of addresses, each a big page: kept, they would drive out pages that many readers ask for.
    unless: ["from", "to"],
  },
  {
    path: /^\/years(?:\/[^/]+){1,3}$/,
    query: { page, sort, part: oneOf(periodParts), month: /^(?:[1-9]|1[0-2])$/ },
  },
  ...Object.values(vocabularies).flatMap(({ path }) => [
    { path: new RegExp(`^${path}$`), query: { sort: oneOf(vocabularySorts) } },
    { path: new RegExp(`^${path}/[^/]+$`), query: list },
  ]),
  { path: /^\/search\/help$/, query: {} },
  { path: /^\/coverage$/, query: { by: oneOf(coverageRows) } },
  { path: /^\/collection\/[^/]+\/finding-aid$/, query: { page } },
  { path: /^\/on-this-day\/[^/]+$/, query: { page, sort } },
  { path: /^\/(?:collection|subjects)\/[^/]+$/, query: list },
  { path: /^\/places\/[^/]+$/, query: { ...list, within: /^no$/ } },
  { path: /^\/repositories$/, query: { sort: oneOf(vocabularySorts) } },
  { path: /^\/repositories\/[^/]+$/, query: { ...list, part: page }, unless: ["q"] },
  { path: /^\/repositories\/[^/]+(?:\/[^/]+)*$/, query: { ...list, part: page } },
  // An address with a dot is the record as a file.
  { path: /^\/document\/[^/.]+$/, query: {} },
  { path: /^\/document\/[^/]+\/cite$/, query: { p: page, as: /^[12]\d{3}-\d\d-\d\d$/ } },
  { path: /^\/document\/[^/]+\/read$/, query: { left: part, right: part, page } },
  { path: /^\/theme\/[^/]+$/, query: {} },
  { path: tooManyPath, query: {} },
  { path: /^\/document\/[^/]+\/scans\/[^/]+$/, query: {} },
];

const routeOf = (path: string) => keptRoutes.find((candidate) => candidate.path.test(path));

const isNarrowed = (unless: readonly string[] = [], search: URLSearchParams) =>
  unless.some((name) => search.has(name));

/** The values of a facet of a search, and a saved search, which only leads elsewhere. */
const madeAnew = /^\/(?:search\/facets|searches)\/[^/]+$/;

/**
 * Whether the page is a public document like the kept ones, but made anew for each request because every address is another page:
 * searches and what belongs to them, and lists narrowed by words.
 */
export function isMadeAnew(path: string, search: URLSearchParams): boolean {
  // In a format a search is no page: it may be of any length and is sent as it is read.
  if (path === "/search") return search.getAll("format").every((format) => format === "");
  return madeAnew.test(path) || isNarrowed(routeOf(path)?.unless, search);
}

/**
 * The address under which the answer to `path?search` is kept, or null for pages that are made anew for each request.
 *
 * Parameters that the page does not read, or cannot understand, are left out, and the rest put in one order. The page is rendered
 * from this address, so two spellings share one answer and two answers never share one address.
 */
export function keptAddress(path: string, search: URLSearchParams): string | null {
  const route = routeOf(path);
  if (!route || isNarrowed(route.unless, search)) return null;
  const kept = new URLSearchParams();
  for (const [name, shape] of Object.entries(route.query)) {
    const value = search.get(name);
    if (value !== null && shape.test(value)) kept.set(name, value);
  }
  return kept.size > 0 ? `${path}?${kept}` : path;
}
