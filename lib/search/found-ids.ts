import { searchRecords } from "./search-records";
import type { SearchState } from "./state";

/** The numbers of all records that a search finds, in its order; null where it took too long. */
export async function findAllIds(state: SearchState): Promise<readonly number[] | null> {
  const ids: number[] = [];
  for (let page = 1; ; page += 1) {
    const results = await searchRecords({ ...state, page });
    if (results.status === "refused") return null;
    ids.push(...results.hits.map(({ id }) => id));
    if (page >= results.pages) return ids;
  }
}
