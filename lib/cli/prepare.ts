import { fillNameSlugs } from "@/db/commands/name-slugs";
import { refreshAllRecordSearch } from "@/db/commands/record-search";
import { applyMigrations } from "@/db/migrate";
import { indexIsCurrent, rebuildIndex } from "@/lib/search/rebuild";
import { seedArchive } from "@/seeds/seed";
import { secondsSince, startProgress } from "./progress";

/**
 * Brings the database and the index to where the archive can be served: migrations that lack, seed on the first run, index
 * when it is empty or stale. Does nothing, quickly, when all of it is there. Needs the services in the environment.
 */
export async function prepareData(): Promise<void> {
  const began = performance.now();
  const { applied } = await applyMigrations();
  if (applied > 0) startProgress("Migrations").finish(`${applied} applied in ${secondsSince(began)}`);
  await fillNameSlugs();
  await seed();
  if (process.env["MEILI_URL"] && !(await indexIsCurrent())) await index();
}

async function seed(): Promise<void> {
  const began = performance.now();
  const { created } = await seedArchive();
  if (created) startProgress("First records").finish(`added in ${secondsSince(began)}`);
}

/**
 * Writes the vectors of PostgreSQL's own search anew, then builds the search index, showing how far it is. Resolves to the number of
 * records in it.
 */
export async function index(): Promise<number> {
  const began = performance.now();
  const progress = startProgress("Search index");
  await refreshAllRecordSearch();
  const { records } = await rebuildIndex((done, total) => progress.step(done, total));
  progress.finish(`${records.toLocaleString("en")} records in ${secondsSince(began)}`);
  return records;
}
