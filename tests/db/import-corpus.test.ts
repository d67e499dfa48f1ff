import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { importFile } from "@/lib/import/import-file";
import { withFreshDatabase } from "../fixtures/database";

withFreshDatabase();

const corpus = process.env["ARCHIVE_CORPUS"] ?? join(import.meta.dirname, "../../../shared/corpus");
const cuba = join(corpus, "frus-cuba.jsonl.gz");

test("the Cuba records of the Foreign Relations volumes go in whole", async () => {
  test.skip(!existsSync(cuba), `The collection ${cuba} is not there.`);
  const quiet = { refused: () => undefined, warned: () => undefined, progress: () => undefined };
  const summary = await importFile({ path: cuba, isDryRun: false, collection: null }, quiet);
  expect(summary).toMatchObject({ lines: 789, created: 789, refused: 0, damage: null });
});
