import { parseArgs } from "node:util";
import { applyMigrations } from "@/db/migrate";
import { EngineAway, EngineRefused, isEngineSet } from "@/lib/search/engine";
import { RebuildInterrupted } from "@/lib/search/rebuild";
import { CommandFailure } from "./command-failure";
import { commands } from "./help.mjs";
import { index, refreshOwnSearch } from "./prepare";
import { say } from "./progress";
import { stoppable } from "./stoppable";
import { withServices } from "./with-services";

const interrupted = 130;

/**
 * `npm run reindex`: brings PostgreSQL's own search up to date and builds the search index anew beside the one in use and puts it in its
 * place; goes on with a rebuild that was interrupted. Exit code 2 when the command was not understood, 130 when it was interrupted.
 */
export async function run(args: readonly string[]): Promise<number> {
  const isFresh = wantsFresh(args);
  if (isFresh === null) {
    process.stderr.write(`${commands["reindex"]?.help ?? ""}\n`);
    return 2;
  }
  return withServices("reindex", async () => {
    await applyMigrations();
    if (!isEngineSet()) {
      await refreshOwnSearch();
      say("No search engine is set: PostgreSQL searches alone, and its own index was brought up to date.");
      return 0;
    }
    return stoppable("this step", (signal) => rebuild({ fresh: isFresh, signal }));
  });
}

/** Whether `--fresh` was given; null for anything else. */
function wantsFresh(args: readonly string[]): boolean | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { fresh: { type: "boolean", default: false } },
    });
    return values.fresh;
  } catch {
    return null;
  }
}

async function rebuild(wish: { fresh: boolean; signal: AbortSignal }): Promise<number> {
  try {
    await index(wish);
    return 0;
  } catch (error) {
    if (error instanceof RebuildInterrupted) return interrupted;
    if (error instanceof EngineAway || error instanceof EngineRefused)
      throw new CommandFailure(
        `${error.message}\nThe index in use is as it was; npm run reindex goes on later.`,
      );
    throw error;
  }
}
