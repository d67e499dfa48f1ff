import { match, matchedIn } from "./matching";
import { orderOf } from "./orders";
import { rank } from "./ranking";
import { stretchOf } from "./selection";
import type { SearchState } from "./state";
import { isRefusal } from "./refusal";

/** The numbers of all records that a search finds, in its order; null where it took too long. */
export async function findAllIds(state: SearchState): Promise<readonly number[] | null> {
  try {
    const { ids, total } = await rank(await match(state));
    return ids(0, total);
  } catch (error) {
    return nullWhenSlow(error);
  }
}

/** The numbers of the records with all that a search asks for that were published last, newest first, and how many there are; null where it took too long. */
export async function findNewestIds(
  state: SearchState,
  most: number,
): Promise<{ readonly ids: readonly number[]; readonly total: number } | null> {
  try {
    const matching = await match(state);
    const { all } = matchedIn(matching);
    const { catalogue } = matching;
    const newest = stretchOf(all.places(), orderOf(catalogue, "added", null), 0, most);
    return { ids: Array.from(newest, (place) => catalogue.ids[place] ?? 0), total: all.count() };
  } catch (error) {
    return nullWhenSlow(error);
  }
}

function nullWhenSlow(error: unknown): null {
  if (isRefusal(error)) return null;
  throw error;
}
