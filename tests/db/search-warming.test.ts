import { expect, test } from "@playwright/test";
import { sqlPool } from "@/db/client";
import { listenForTags } from "@/lib/cache/tag-listener";
import { createSearchWarmer } from "@/lib/search/warming";
import { withFreshDatabase } from "../fixtures/database";
import { addAgent, addPublished } from "../fixtures/searchable";
import { find } from "../fixtures/searching";

withFreshDatabase();

test.beforeAll(async () => {
  const alekseev = await addAgent("Alekseev, Aleksandr I.", ["Алексеев, Александр"]);
  await addPublished("Telegram", { agents: [{ id: alekseev.id, role: "author", nameAsWritten: null }] });
});

test("what every search needs is in memory before the first one comes, and follows the archive from there", async () => {
  const troubles: unknown[] = [];
  const listener = listenForTags(process.env.DATABASE_URL ?? "");
  const warmer = createSearchWarmer((error) => troubles.push(error));
  warmer.start();
  await expect
    .poll(() => [globalThis.archiveCatalogue?.kept?.catalogue.size, globalThis.archiveNames?.held?.seen])
    .toEqual([1, null]);
  await addPublished("Telegram on a zeppelin");
  expect((await find({ query: "Алексеев" })).total).toBe(1);
  expect((await find({ query: "telegram" })).total).toBe(2);
  await warmer.stop();
  await listener.close();
  expect(troubles).toEqual([]);
});

test("a database that does not answer is told of, and the archive starts all the same", async () => {
  await sqlPool().end();
  const troubles: unknown[] = [];
  createSearchWarmer((error) => troubles.push(error)).start();
  await expect.poll(() => troubles.length, { timeout: 10_000 }).toBe(1);
});
