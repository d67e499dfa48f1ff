import "server-only";
import { notFound } from "next/navigation";
import { fixedTag } from "@/lib/archive/cache-tags";
import { answerLater, dependsOn } from "@/lib/cache/render-scope";
import { facetPageStateOf } from "./facet-view";
import { listFacetValues } from "./facet-values";
import { facets } from "./facets";
import { loadFoundPlaces } from "./found-places";
import { busySeconds, gates } from "./gate";
import type { SearchResults } from "./results";
import { searchRecords } from "./search-records";
import { daysOf, limitsReached, parseSearchState } from "./state";
import { asViewed } from "./timeline-view";

type RawParams = Readonly<Record<string, string | string[] | undefined>>;

/** The parameters of an address as Next gives them, as a list again. */
export function paramsFrom(raw: RawParams): URLSearchParams {
  const pairs = Object.entries(raw).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs);
}

/** The search that an address asks for, in the order that its view needs. */
export const loadSearchState = (raw: RawParams) => asViewed(parseSearchState(paramsFrom(raw)));

/**
 * The search that an address asks for, how its dates were read, what was beyond the limits, and the results; with their places where
 * they are looked at on a map. Where the results are refused the page is answered with 503.
 */
export async function loadSearch(raw: RawParams) {
  const state = loadSearchState(raw);
  const answer = await gates().searches.run(() =>
    Promise.all([searchRecords(state), state.view === "map" ? loadFoundPlaces(state) : null]),
  );
  const [results, places] = answer ?? ([{ status: "refused" }, null] satisfies [SearchResults, null]);
  if (results.status === "refused") answerLater(503, busySeconds);
  return { state, days: daysOf(state), limits: limitsReached(paramsFrom(raw)), results, places };
}

/** What the page for those who search too much is made of: nothing that changes. It is answered with 429; the server says how long to wait. */
export function loadTooMany() {
  dependsOn(fixedTag);
  answerLater(429, 60);
}

/** The page of a facet that an address asks for: a search and its values, null where it took too long. What is no facet is not found. */
export async function loadFacetPage(name: string, raw: RawParams) {
  const facet = facets.find((each) => each.name === name) ?? notFound();
  const state = loadSearchState(raw);
  const asked = facetPageStateOf(facet.name, raw);
  const list = await gates().searches.run(() => listFacetValues(state, facet.name, asked));
  if (!list) answerLater(503, busySeconds);
  return { facet, state, asked, list: list ?? null };
}
