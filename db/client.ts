import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import * as schema from "./schema";

export type Database = PostgresJsDatabase<typeof schema>;
/** What a command hands to the functions that write with it: the open transaction. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

let pool: ReturnType<typeof postgres> | undefined;
let client: Database | undefined;

/** The process's pool of connections, for the few things drizzle does not cover (COPY, LISTEN, cursors). */
export function sqlPool() {
  pool ??= postgres(env().DATABASE_URL, {
    max: env().DATABASE_POOL,
    idle_timeout: 20,
    onnotice: () => undefined,
    connection: { application_name: "archive" },
  });
  return pool;
}

/** The database, connected on first use. */
export function db(): Database {
  client ??= drizzle(sqlPool(), { schema, casing: "snake_case" });
  return client;
}

/** Closes the pool, so that a command-line process can end. */
export async function closeDatabase() {
  await pool?.end({ timeout: 5 });
  pool = undefined;
  client = undefined;
}
