import { arePostingsMade, rebuildPostings } from "@/db/commands/search-postings";
import { fillNameSlugs } from "@/db/commands/name-slugs";
import { refreshAllRecordSearch } from "@/db/commands/record-search";
import { countRecords } from "@/db/queries/search-documents";
import { applyMigrations } from "@/db/migrate";
import { indexIsCurrent } from "@/lib/search/live-index";
import { RebuildInterrupted, rebuildIndex, type RebuildWish } from "@/lib/search/rebuild";
import { seedArchive } from "@/seeds/seed";
import { say, secondsSince, startProgress } from "./progress";
import { showRebuild } from "./rebuild-progress";

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
  if (!(await arePostingsMade())) await refreshOwnSearch();
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
  let refreshed = 0;
  await refreshAllRecordSearch(0, async (ids) => {
    refreshed += ids.length;
    progress.step(refreshed, total);
  });
  await rebuildPostings((done) => progress.step(done, total));
  progress.finish(`${total.toLocaleString("en")} records in ${secondsSince(began)}`);
}

/**
 * Writes what PostgreSQL searches in anew, then builds the search index, showing how far it is; goes on with an earlier rebuild that was
 * interrupted unless `fresh`. Resolves to the number of records in it. Throws what `rebuildIndex` throws.
 */
export async function index(wish: Pick<RebuildWish, "fresh" | "signal"> = {}): Promise<number> {
  const shown = showRebuild();
  try {
    const { records } = await rebuildIndex({ ...wish, ...shown, whole: true });
    shown.finish();
    return records;
  } catch (error) {
    if (error instanceof RebuildInterrupted)
      say(
        `Interrupted at: ${shown.standing()}. npm run reindex goes on from there; with --fresh it begins anew.`,
      );
    throw error;
  }
}
