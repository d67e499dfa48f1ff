import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { everything, tagChannel } from "@/lib/archive/cache-tags";
import { packTags, unpackTags } from "@/lib/archive/tag-messages";
import { markExpired, tagClock } from "./tag-clock";

/** How often the listening connection is asked for a sign of life. */
const heartbeatMs = 2_000;
/** After an answer, how long the connection is believed to be alive. */
const leaseMs = 5_000;
/** How long to wait before the next attempt to connect. */
const retryMs = 250;
/** How long a save waits for the other processes before it answers regardless. */
const patienceMs = 1_000;

/** By this name the listening connections of all processes find each other in `pg_stat_activity`. */
const connectionName = "archive-tags";
/** The channel on which each listener confirms that it has read a message. */
const seenChannel = "archive_tags_seen";

/** A running listener; `close` ends its connection, and with it all trust in cached pages. */
export interface TagListener {
  close(): Promise<void>;
}

/** By message: how many confirmations are still missing, and what happens then. */
const awaited = new Map<string, { missing: number; resolve: () => void }>();

/**
 * Listens for expired tags on one connection of its own to `databaseUrl`, and announces those of this process.
 *
 * Notifications sent while nobody listens are lost, so every connection starts by expiring everything, and between connections
 * the clock is not trusted. It retries until closed: a database that is down makes the archive slower, never wrong.
 */
export function listenForTags(databaseUrl: string): TagListener {
  const closing = new AbortController();
  const finished = keepListening(databaseUrl, closing.signal);
  return {
    async close() {
      closing.abort();
      await finished;
    },
  };
}

async function keepListening(databaseUrl: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await listenOnce(databaseUrl, signal).catch(() => undefined);
    distrust();
    await sleep(retryMs, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** Serves one connection until it closes, falls silent or is told to stop. */
async function listenOnce(databaseUrl: string, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  const stop = () => {
    distrust();
    over.abort();
  };
  const options = {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 5,
    fetch_types: false,
    connection: { application_name: connectionName },
    onnotice: () => undefined,
    onnotify: (channel: string, payload: string) => {
      if (channel === seenChannel) countSeen(payload);
      else receive(sql, payload);
    },
    // The client would open another connection for the next query, and that one would not listen.
    onclose: stop,
  };
  const sql: postgres.Sql = postgres(databaseUrl, options);
  signal.addEventListener("abort", stop, { once: true });
  try {
    await sql`listen ${sql(seenChannel)}`;
    await sql`listen ${sql(tagChannel)}`;
    markExpired([everything]);
    tagClock.announce = (tags) => announce(sql, tags);
    while (!over.signal.aborted) {
      const asked = performance.now();
      await answerWithin(sql`select 1`, leaseMs);
      if (over.signal.aborted) break;
      // The answer proves that whatever was sent before the question has arrived.
      tagClock.trustedUntil = asked + leaseMs;
      await sleep(heartbeatMs, undefined, { signal: over.signal, ref: false }).catch(() => undefined);
    }
  } finally {
    signal.removeEventListener("abort", stop);
    stop();
    await sql.end({ timeout: 0 });
  }
}

async function answerWithin(query: PromiseLike<unknown>, limitMs: number): Promise<void> {
  const late = new AbortController();
  const silence = sleep(limitMs, "silent", { signal: late.signal, ref: false }).catch(() => "answered");
  const outcome = await Promise.race([query, silence]);
  late.abort();
  if (outcome === "silent") throw new Error("The listening connection does not answer.");
}

function distrust(): void {
  tagClock.trustedUntil = 0;
  tagClock.announce = null;
  for (const { resolve } of awaited.values()) resolve();
}

function receive(sql: postgres.Sql, payload: string): void {
  const { id, tags } = unpackTags(payload);
  if (tags.length > 0) markExpired(tags);
  // A connection that cannot say this any more is about to close, and its process to distrust its cache.
  if (id !== undefined) sql`select pg_notify(${seenChannel}, ${id})`.catch(() => undefined);
}

function countSeen(id: string): void {
  const waiting = awaited.get(id);
  if (!waiting) return;
  waiting.missing -= 1;
  if (waiting.missing <= 0) waiting.resolve();
}

/**
 * Sends the tags to every process and resolves when each that listens has confirmed them. PostgreSQL delivers in order of commit,
 * so by then all that was committed before has arrived too. Resolves early when the connection is lost (nothing cached is shown
 * here then), and after one second at the latest, for the sake of a process that hangs. Throws when the database refuses.
 */
async function announce(sql: postgres.Sql, tags: readonly string[]): Promise<void> {
  const id = randomUUID();
  const [listeners] = await sql<{ count: number }[]>`
    select count(*)::int from pg_stat_activity
    where datname = current_database() and application_name = ${connectionName}`;
  const confirmed = new Promise<void>((resolve) =>
    awaited.set(id, { missing: listeners?.count ?? 1, resolve }),
  );
  try {
    for (const payload of packTags(tags, id)) await sql`select pg_notify(${tagChannel}, ${payload})`;
    await Promise.race([confirmed, sleep(patienceMs, undefined, { ref: false })]);
  } finally {
    awaited.delete(id);
  }
}
