import { sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { markExpired, tagClock } from "./tag-clock";
import { packTags, tagChannel } from "./tag-messages";

/** A drizzle connection or transaction, as far as notifying needs it. */
interface Executor {
  execute(query: SQL): PromiseLike<unknown>;
}

async function notify(executor: Executor, tags: readonly string[]): Promise<void> {
  for (const payload of packTags(tags)) {
    await executor.execute(sql`select pg_notify(${tagChannel}, ${payload})`);
  }
}

/**
 * Expires every page that depends on one of the tags, in every process; to be awaited right after the change is committed and
 * before the answer goes out. When it resolves in the web server, each server process has confirmed that it shows no older page
 * (one that hangs is waited for a second). From a process that does not listen, such as a command, it resolves once the news is
 * sent. Throws when the database cannot be reached.
 */
export async function expireTags(tags: readonly string[]): Promise<void> {
  if (tags.length === 0) return;
  markExpired(tags);
  const announce = tagClock.announce;
  if (announce) await announce(tags).catch(() => notify(db(), tags));
  else await notify(db(), tags);
}

/**
 * The same as part of a transaction: PostgreSQL sends the news if and when it commits, so a crash in between cannot leave an old
 * page standing. Follow the commit with `settleCaches` where the answer to a save must not overtake the news.
 */
export async function expireTagsIn(transaction: Executor, tags: readonly string[]): Promise<void> {
  if (tags.length > 0) await notify(transaction, tags);
}

/**
 * Resolves when every server process has heard of all that was committed before the call, or after a second. Resolves at once in
 * a process that does not listen.
 */
export async function settleCaches(): Promise<void> {
  await tagClock.announce?.([]);
}
