import { expect, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { records } from "@/db/schema";
import { withFreshDatabase } from "../fixtures/database";

withFreshDatabase();

test("a test file gets a migrated, empty database of its own", async () => {
  const [current] = await db().execute<{ name: string }>(sql`select current_database() as name`);
  expect(current?.name).toMatch(/^archive_test_[0-9a-f]{12}$/);
  expect(await db().$count(records)).toBe(0);
});
