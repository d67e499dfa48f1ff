import { arePostingsMade, rebuildPostings } from "@/db/commands/search-postings";
import { fillNameSlugs } from "@/db/commands/name-slugs";
import { refreshAllRecordSearch } from "@/db/commands/record-search";
import { countRecords } from "@/db/queries/search-documents";
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
  else if (!(await arePostingsMade())) await refreshOwnSearch();
}

async function seed(): Promise<void> {
  const began = performance.now();
  const { created } = await seedArchive();
  if (created) startProgress("First records").finish(`added in ${secondsSince(began)}`);
}

/** Writes what PostgreSQL searches by anew, showing how far it is. */
export async function refreshOwnSearch(): Promise<void> {
  const began = performance.now();
  const total = await countRecords();
  const progress = startProgress("Words and passages");
  await refreshAllRecordSearch((done) => progress.step(done, total));
  await rebuildPostings((done) => progress.step(done, total));
  progress.finish(`${total.toLocaleString("en")} records in ${secondsSince(began)}`);
}

/**
 * Writes what PostgreSQL searches by anew, then builds the search index, showing how far it is. Resolves to the number of
 * records in it.
 */
export async function index(): Promise<number> {
  await refreshOwnSearch();
  const began = performance.now();
  const progress = startProgress("Search index");
  const { records } = await rebuildIndex((done, total) => progress.step(done, total));
  progress.finish(`${records.toLocaleString("en")} records in ${secondsSince(began)}`);
  return records;
}
