import { ByteLru } from "@/lib/cache/byte-lru";
import { isTrusted, tagClock } from "@/lib/cache/tag-clock";
import type { SearchResults } from "./results";
import { searchHref, type SearchState } from "./state";

/** Bytes of answers that a process keeps, roughly. */
const keptBytes = 16 * 2 ** 20;
/** What an answer takes beside the words that it shows. */
const bytesOfHit = 3_000;
const bytesOfAnswer = 20_000;

type Kept = { readonly results: SearchResults; readonly stamp: number; readonly bytes: number };

const kept = new ByteLru<Kept>(keptBytes);

/**
 * The answer to a search that was asked before, as long as nothing at all has changed in the archive since: readers go back and forth, and
 * programs ask the same again and again. Kept only while news of changes arrive; what was answered without the engine is asked anew.
 */
export async function answeredOnce(
  state: SearchState,
  answer: (state: SearchState) => Promise<SearchResults>,
): Promise<SearchResults> {
  const key = searchHref(state);
  const known = kept.get(key);
  if (known && isTrusted() && known.stamp === tagClock.now) return known.results;
  const stamp = tagClock.now;
  const results = await answer(state);
  if (isTrusted() && results.status === "found" && !results.degraded)
    kept.set(key, { results, stamp, bytes: bytesOfAnswer + bytesOfHit * results.hits.length });
  return results;
}
