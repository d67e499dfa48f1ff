import "server-only";
import { fixedTag } from "@/lib/archive/cache-tags";
import { answerLater, dependsOn } from "@/lib/cache/render-scope";
import { busySeconds, gates } from "./gate";
import type { SearchResults } from "./results";
import { searchRecords } from "./search-records";
import { daysOf, limitsReached, parseSearchState } from "./state";

type RawParams = Readonly<Record<string, string | string[] | undefined>>;

/** The parameters of an address as Next gives them, as a list again. */
export function paramsFrom(raw: RawParams): URLSearchParams {
  const pairs = Object.entries(raw).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs);
}

/** The search that an address asks for. */
export const loadSearchState = (raw: RawParams) => parseSearchState(paramsFrom(raw));

/**
 * The search that an address asks for, how its dates were read, what was beyond the limits, and the results. Where these are refused
 * the page is answered with 503.
 */
export async function loadSearch(raw: RawParams) {
  const params = paramsFrom(raw);
  const state = parseSearchState(params);
  const results: SearchResults = (await gates().searches.run(() => searchRecords(state))) ?? {
    status: "refused",
  };
  if (results.status === "refused") answerLater(503, busySeconds);
  return { state, days: daysOf(state), limits: limitsReached(params), results };
}

/** What the page for those who search too much is made of: nothing that changes. It is answered with 429; the server says how long to wait. */
export function loadTooMany() {
  dependsOn(fixedTag);
  answerLater(429, 60);
}
