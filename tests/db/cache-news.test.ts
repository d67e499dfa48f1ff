import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { sql as query } from "drizzle-orm";
import postgres from "postgres";
import { db } from "@/db/client";
import { expireTags } from "@/db/commands/expire-tags";
import { settleCaches } from "@/lib/cache/expire";
import { isFresh, isTrusted, tagClock } from "@/lib/cache/tag-clock";
import { env } from "@/lib/env";
import { listenForTags } from "@/lib/cache/tag-listener";
import type { TagListener } from "@/lib/cache/tag-listener";
import { withFreshDatabase } from "../fixtures/database";

withFreshDatabase();

let sql: postgres.Sql;
let listener: TagListener;

/** All news so far has arrived; the tag itself is nobody's. */
const heard = () => settleCaches(["nothing"]);

test.beforeAll(async () => {
  const databaseUrl = env().DATABASE_URL;
  sql = postgres(databaseUrl, { max: 2 });
  listener = listenForTags(databaseUrl);
  await expect.poll(isTrusted).toBe(true);
});

test.afterAll(async () => {
  await listener.close();
  expect(isTrusted()).toBe(false);
  await sql.end();
});

test("a change made with SQL alone expires its pages", async () => {
  const stamp = tagClock.now;
  await sql`select pg_notify('archive_tags', '{"tags":["record:sql"]}')`;
  await expect.poll(() => isFresh(["record:sql"], stamp)).toBe(false);
  expect(isFresh(["record:other"], stamp)).toBe(true);
});

test("when a save has been announced, it has been heard here", async () => {
  for (let n = 0; n < 20; n += 1) {
    const stamp = tagClock.now;
    await expireTags(db(), [`record:${n}`]);
    await heard();
    expect(isFresh([`record:${n}`], stamp)).toBe(false);
  }
});

test("news of a transaction comes with its commit, and not at all without", async () => {
  const stamp = tagClock.now;
  await db().transaction(async (tx) => {
    await expireTags(tx, ["record:committed"]);
    await heard();
    expect(isFresh(["record:committed"], stamp)).toBe(true);
  });
  await heard();
  expect(isFresh(["record:committed"], stamp)).toBe(false);

  const abandoned = db().transaction(async (tx) => {
    await expireTags(tx, ["record:abandoned"]);
    await tx.execute(query`select 1 / 0`);
  });
  await expect(abandoned).rejects.toThrow();
  await heard();
  expect(isFresh(["record:abandoned"], stamp)).toBe(true);
});

test("more tags than fit into one notification all arrive", async () => {
  const stamp = tagClock.now;
  const tags = Array.from({ length: 5_000 }, (_, n) => `document:a-rather-long-slug-of-a-record-${n}`);
  await expireTags(db(), tags);
  await heard();
  expect(tags.filter((tag) => isFresh([tag], stamp))).toEqual([]);
});

test("a lost connection ends all trust at once; the next one starts from nothing", async () => {
  const stamp = tagClock.now;
  expect(isFresh(["record:untouched"], stamp)).toBe(true);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'archive-tags' and datname = current_database()`;
  await expect.poll(isTrusted, { intervals: [1] }).toBe(false);
  await expect.poll(isTrusted).toBe(true);
  expect(isFresh(["record:untouched"], stamp)).toBe(false);
  await expireTags(db(), ["record:later"]);
  await heard();
  expect(isTrusted()).toBe(true);
});

test("trust lasts while the connection answers", async () => {
  await sleep(3_000);
  expect(isTrusted()).toBe(true);
  expect(tagClock.trustedUntil - performance.now()).toBeLessThanOrEqual(5_000);
});
