import { markExpired, tagClock } from "./tag-clock";

/**
 * To be awaited after a change is committed and before its answer goes out. Pages made from any of the tags are dropped in this
 * process at once; it resolves when every server process has confirmed that it has heard of all that was committed before the
 * call (the news itself travels with the transaction, see `db/commands/expire-tags`). A process that hangs is waited for a second;
 * where this process does not listen, as in a command, there is nothing to wait for.
 */
export async function settleCaches(tags: readonly string[]): Promise<void> {
  if (tags.length === 0) return;
  markExpired(tags);
  // A listener whose connection is lost serves nothing from its cache, so the save may answer all the same.
  await tagClock.announce?.([]).catch(() => undefined);
}
