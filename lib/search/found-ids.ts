import { isTimeout } from "@/db/sql-state";
import { match } from "./matching";
import { rank } from "./ranking";
import type { SearchState } from "./state";

/** The numbers of all records that a search finds, in its order; null where it took too long. */
export async function findAllIds(state: SearchState): Promise<readonly number[] | null> {
  try {
    const { ids, total } = await rank(await match(state));
    return ids(0, total);
  } catch (error) {
    if (isTimeout(error)) return null;
    throw error;
  }
}
