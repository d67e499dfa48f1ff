import { eq, sql } from "drizzle-orm";
import { db } from "../client";
import { searchRebuilds } from "../schema";

/** A rebuild that has begun and not ended. */
export type Rebuild = typeof searchRebuilds.$inferSelect;

/** A rebuild holds this lock from its beginning to its end or interruption. */
export const rebuildLockName = "archive:index-rebuild";

/** The rebuild of this live index that has begun and not ended; null when there is none. */
export async function findRebuild(name: string): Promise<Rebuild | null> {
  const [rebuild] = await db().select().from(searchRebuilds).where(eq(searchRebuilds.name, name));
  return rebuild ?? null;
}

/** Whether some process is rebuilding now, or the last one was interrupted. */
export async function isRebuildRunning(): Promise<boolean> {
  // Looking must not take the lock, for a rebuild that meets it taken does not begin. PostgreSQL shows the number in two halves.
  const [lock] = await db().execute<{ held: boolean }>(sql`
    select exists (
      select from pg_locks where locktype = 'advisory' and objsubid = 1 and granted
        and database = (select oid from pg_database where datname = current_database())
        and (classid::bigint << 32 | objid::bigint) = hashtext(${rebuildLockName})::bigint
    ) as held
  `);
  return lock?.held === true;
}
