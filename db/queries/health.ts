import { sql } from "drizzle-orm";
import { db } from "../client";

/** Resolves when the database answers; throws what it says otherwise. */
export async function askDatabase(): Promise<void> {
  await db().execute(sql`select 1`);
}

/** When the newest applied migration was written, in milliseconds since 1970; 0 for none. */
export async function findLatestMigration(): Promise<number> {
  const [applied] = await db().execute<{ latest: string | null }>(
    sql`select max(created_at) as latest from drizzle.__drizzle_migrations`,
  );
  return Number(applied?.latest ?? 0);
}
