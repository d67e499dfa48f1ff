import postgres from "postgres";
import { env } from "@/lib/env";

/**
 * Does work that no other process of this database does under the same name at the same time; others wait for their turn. The
 * lock is a session's (`pg_advisory_lock`) on a connection of its own, so that a process that dies frees it. Returns and throws
 * what the work does.
 */
export async function exclusively<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const session = postgres(env().DATABASE_URL, { max: 1, idle_timeout: 0, onnotice: () => undefined });
  try {
    await session`select pg_advisory_lock(hashtext(${name}))`;
    return await work();
  } finally {
    await session.end({ timeout: 5 });
  }
}
