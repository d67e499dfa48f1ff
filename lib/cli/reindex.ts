import { EngineAway, EngineRefused, isEngineSet } from "@/lib/search/engine";
import { CommandFailure } from "./command-failure";
import { index, refreshOwnSearch } from "./prepare";
import { say } from "./progress";
import { withServices } from "./with-services";

/** `npm run reindex`: brings PostgreSQL's own search up to date and builds the search index anew beside the one in use and puts it in its place. */
export async function run(): Promise<number> {
  return withServices("reindex", async () => {
    if (!isEngineSet()) {
      await refreshOwnSearch();
      say("No search engine is set: PostgreSQL searches alone, and its own index was brought up to date.");
      return 0;
    }
    try {
      await index();
      return 0;
    } catch (error) {
      if (error instanceof EngineAway || error instanceof EngineRefused)
        throw new CommandFailure(error.message);
      throw error;
    }
  });
}
