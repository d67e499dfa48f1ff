import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { env } from "@/lib/env";

/** Any number that nothing else locks: whoever holds it migrates, everybody else waits. */
const migrationLock = 7_209_118;

/**
 * Applies the migrations that the database of DATABASE_URL lacks, all or none of them, and resolves to how many they were.
 * Safe to call from several processes at once. Throws what PostgreSQL says when a migration fails.
 */
export async function applyMigrations(databaseUrl = env().DATABASE_URL): Promise<{ applied: number }> {
  // One connection, since the lock belongs to the session that took it.
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    const before = await countApplied(sql);
    await migrate(drizzle(sql), { migrationsFolder: join(process.cwd(), "db/migrations") });
    return { applied: (await countApplied(sql)) - before };
  } finally {
    await sql.end();
  }
}

async function countApplied(sql: postgres.Sql): Promise<number> {
  const [journal] = await sql`select to_regclass('drizzle.__drizzle_migrations') as found`;
  if (!journal?.["found"]) return 0;
  const [row] = await sql`select count(*)::int as applied from drizzle.__drizzle_migrations`;
  return Number(row?.["applied"]);
}
