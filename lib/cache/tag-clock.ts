import { everything } from "@/lib/archive/cache-tags";

/**
 * The tag clock decides whether something made earlier may still be shown.
 *
 * Every expiry of a tag advances a counter; whatever is cached carries the counter's value from before its first read. It is
 * fresh as long as none of its tags has expired since. The counter is local to the process and counts receipts, so neither the
 * clocks of other hosts nor two events within one millisecond can confuse it.
 *
 * Next bundles its own copy of this module beside the server's, therefore the state is kept on `globalThis`.
 */
interface TagClock {
  now: number;
  /** Whatever is stamped before the floor is expired, whatever its tags: the memory of single tags does not reach further back. */
  floor: number;
  /** Tag → reading of its last expiry, oldest expiry first. */
  expiredAt: Map<string, number>;
  /** Until this reading of `performance.now()` news from other processes is known to arrive. */
  trustedUntil: number;
  /** Tells every process; set while this process listens. */
  announce: ((tags: readonly string[]) => Promise<void>) | null;
}

/** More expired tags than this are remembered as one floor. */
const rememberedTags = 50_000;

declare global {
  var archiveTagClock: TagClock | undefined;
}

/** The clock of this process. */
export const tagClock: TagClock = (globalThis.archiveTagClock ??= {
  now: 0,
  floor: 0,
  expiredAt: new Map(),
  trustedUntil: 0,
  announce: null,
});

/** Advances the clock and marks the tags as expired in this process; the tag `*` expires all that was ever cached. */
export function markExpired(tags: Iterable<string>): void {
  tagClock.now += 1;
  for (const tag of tags) {
    if (tag === everything) return raiseFloor();
    // Deleting first moves the tag to the end, which keeps the map in order of expiry.
    tagClock.expiredAt.delete(tag);
    tagClock.expiredAt.set(tag, tagClock.now);
  }
  for (const [tag, at] of tagClock.expiredAt) {
    if (tagClock.expiredAt.size <= rememberedTags) break;
    tagClock.expiredAt.delete(tag);
    tagClock.floor = Math.max(tagClock.floor, at);
  }
}

function raiseFloor(): void {
  tagClock.floor = tagClock.now;
  tagClock.expiredAt.clear();
}

/** True while news of edits in other processes is known to arrive; otherwise nothing cached may be shown. */
export function isTrusted(): boolean {
  return performance.now() < tagClock.trustedUntil;
}

/**
 * Whether something stamped with `stamp` (the clock's `now` before its first read) still holds.
 * Does not ask for trust: see `isTrusted`.
 */
export function isFresh(tags: Iterable<string>, stamp: number): boolean {
  if (stamp < tagClock.floor) return false;
  for (const tag of tags) {
    const at = tagClock.expiredAt.get(tag);
    if (at !== undefined && at > stamp) return false;
  }
  return true;
}
