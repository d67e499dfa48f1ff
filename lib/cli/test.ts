import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyMigrations } from "@/db/migrate";
import type { Connections } from "@/lib/services/services";
import { ensureBrowser, offerReferenceTools } from "./test-tools";
import { runChecks } from "./check";
import { CommandFailure } from "./command-failure";
import { emptySearch, freshDatabase } from "./fresh-services";
import { say } from "./progress";
import { startSite } from "./site-under-test";
import { stopSignal } from "./stop-signal";
import { inWords, runSuite, sumOf, suiteNames, type SuiteName, type Tally } from "./suites";
import { endServices, ownServices } from "./with-services";

type Choice = { only: SuiteName | null; playwrightArgs: string[] };

/** Reads `[--only unit|db|e2e [PLAYWRIGHT ARGUMENTS]]`. Throws a `CommandFailure` when it is something else. */
export function readTestArguments(args: readonly string[]): Choice {
  const [flag, suite, ...playwrightArgs] = args;
  if (flag === undefined) return { only: null, playwrightArgs: [] };
  const only = suiteNames.find((name) => name === suite);
  if (flag === "--only" && only) return { only, playwrightArgs };
  throw new CommandFailure(`npm test takes no arguments, or --only ${suiteNames.join("|")} [ARGUMENTS].`);
}

/** `npm test`: everything, or one suite. The last line sums up; the exit code is 0 only when nothing failed. */
export async function run(args: string[]): Promise<number> {
  const { only, playwrightArgs } = readTestArguments(args);
  const chosen = only ? [only] : suiteNames;
  if (chosen.includes("unit")) await offerReferenceTools();
  const browser = chosen.includes("e2e") ? await ensureBrowser() : null;
  const cancel = stopSignal();
  const folder = mkdtempSync(join(tmpdir(), "archive-test-"));
  separateEnvironment(folder);
  const tallies: Tally[] = [];
  try {
    // A failed check counts as a failed test, so that the closing line never looks better than the code is.
    if (!only) tallies.push({ passed: 0, failed: await runChecks({ withLayers: false }), skipped: 0 });
    if (chosen.includes("unit")) tallies.push(await runSuite("unit", playwrightArgs, {}, cancel));
    if (chosen.some((name) => name !== "unit") && !cancel.aborted)
      tallies.push(...(await runWithServices(chosen, playwrightArgs, browser, cancel)));
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    say(error.message);
    tallies.push({ passed: 0, failed: 1, skipped: 0 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const sum = sumOf(tallies);
  say(inWords(sum));
  if (cancel.aborted) return 130;
  return sum.failed === 0 ? 0 : 1;
}

async function runWithServices(
  chosen: readonly SuiteName[],
  args: readonly string[],
  browser: string | null,
  cancel: AbortSignal,
): Promise<Tally[]> {
  const own = await ownServices("test");
  const tallies: Tally[] = [];
  try {
    if (chosen.includes("db")) tallies.push(await runDatabaseSuite(own.services, args, cancel));
    if (browser && !cancel.aborted)
      tallies.push(await runBrowserSuite(own.services, own.context.folder.path, browser, args, cancel));
    return tallies;
  } finally {
    await endServices(own);
  }
}

async function runDatabaseSuite(
  services: Connections,
  args: readonly string[],
  cancel: AbortSignal,
): Promise<Tally> {
  const databaseUrl = await freshDatabase(services, "archive_db_tests");
  await applyMigrations(databaseUrl);
  return runSuite("db", args, { DATABASE_URL: databaseUrl }, cancel);
}

async function runBrowserSuite(
  services: Connections,
  folder: string,
  browser: string,
  args: readonly string[],
  cancel: AbortSignal,
): Promise<Tally> {
  await emptySearch(services);
  const env = {
    DATABASE_URL: await freshDatabase(services, "archive_e2e_tests"),
    ARCHIVE_DATA: join(folder, "site"),
    ARCHIVE_ADMIN_EMAIL: "administrator@archive.example",
    ARCHIVE_ADMIN_PASSWORD: "a password for the tests only",
  };
  const site = await startSite(env, cancel);
  try {
    return await runSuite("e2e", args, { ...env, ARCHIVE_URL: site.url, CHROMIUM_PATH: browser }, cancel);
  } finally {
    await site.stop();
  }
}

/** Tests must never meet the data of a real archive, wherever the environment says that it is. */
function separateEnvironment(folder: string): void {
  process.env["ARCHIVE_DATA"] = folder;
  for (const name of ["DATABASE_URL", "MEILI_URL", "MEILI_KEY", "NEXTAUTH_URL", "NEXTAUTH_SECRET"])
    delete process.env[name];
}
