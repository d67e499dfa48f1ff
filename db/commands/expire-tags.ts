import { sql } from "drizzle-orm";
import { tagChannel } from "@/lib/archive/cache-tags";
import type { Database, Transaction } from "../client";

/** A notification carries at most 8000 bytes; tags are short. */
const tagsPerNotice = 200;

/**
 * Expires cached pages that carry any of the tags, in every process of the archive. Sent inside a transaction it takes effect at
 * commit, neither earlier nor for a change that is rolled back.
 */
export async function expireTags(tx: Transaction | Database, tags: Iterable<string>) {
  const all = [...new Set(tags)];
  for (let start = 0; start < all.length; start += tagsPerNotice) {
    const notice = JSON.stringify(all.slice(start, start + tagsPerNotice));
    await tx.execute(sql`select pg_notify(${tagChannel}, ${notice})`);
  }
}
