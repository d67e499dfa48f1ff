import { sql } from "drizzle-orm";
import { tagChannel } from "@/lib/archive/cache-tags";
import { packTags } from "@/lib/archive/tag-messages";
import type { Database, Transaction } from "../client";

/**
 * Expires kept pages that carry any of the tags, in every process of the archive. Sent inside a transaction it takes effect at
 * commit, neither earlier nor for a change that is rolled back.
 */
export async function expireTags(tx: Transaction | Database, tags: Iterable<string>) {
  const all = [...tags];
  if (all.length === 0) return;
  for (const message of packTags(all)) await tx.execute(sql`select pg_notify(${tagChannel}, ${message})`);
}
