import "server-only";
import { searchRecords } from "./search-records";
import { daysOf, limitsReached, parseSearchState } from "./state";

type RawParams = Readonly<Record<string, string | string[] | undefined>>;

/** The parameters of an address as Next gives them, as a list again. */
function paramsFrom(raw: RawParams): URLSearchParams {
  const pairs = Object.entries(raw).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs);
}

/** The search that an address asks for. */
export const loadSearchState = (raw: RawParams) => parseSearchState(paramsFrom(raw));

/** The search that an address asks for, how its dates were read, what was beyond the limits, and the results. */
export async function loadSearch(raw: RawParams) {
  const params = paramsFrom(raw);
  const state = parseSearchState(params);
  return {
    state,
    days: daysOf(state),
    limits: limitsReached(params),
    results: await searchRecords(state),
  };
}
