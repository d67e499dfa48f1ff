import { ask, EngineAway } from "./engine";
import { facets } from "./facets";
import { daysOf, type SearchState } from "./state";

/** The engine's best matches that count; each costs the engine the reading of a document. */
const mostAsked = 30;

const quoted = (values: readonly string[]) => values.map((value) => JSON.stringify(value)).join(", ");

/** The conditions of a search in the engine's filter language; the values of one facet are alternatives. */
export function engineFilter(state: SearchState): string[] {
  const { from, to } = daysOf(state);
  const [first, last] = state.certain ? ["dateEarliest", "dateLatest"] : ["dateLatest", "dateEarliest"];
  return [
    ...facets.flatMap(({ name }) => {
      const values = state.filters[name];
      return values ? [`${name} IN [${quoted(values)}]`] : [];
    }),
    ...facets.flatMap(({ name }) => {
      const values = state.excluded[name];
      return values ? [`${name} NOT IN [${quoted(values)}]`] : [];
    }),
    ...(from === null ? [] : [`${first} >= ${from}`]),
    ...(to === null ? [] : [`${last} <= ${to}`]),
  ];
}

/**
 * The records that the search engine finds best, best first: it forgives slips of the pen, and knows how near the words stand to each other
 * and in which field. Null where the engine is away.
 */
export async function engineRanking(state: SearchState): Promise<readonly number[] | null> {
  try {
    const [answer] = await ask([
      {
        q: state.query,
        matchingStrategy: "all",
        filter: engineFilter(state),
        limit: mostAsked,
        attributesToRetrieve: ["id"],
      },
    ]);
    return (answer?.hits ?? []).flatMap(({ id }) => id ?? []);
  } catch (error) {
    if (error instanceof EngineAway) return null;
    throw error;
  }
}
