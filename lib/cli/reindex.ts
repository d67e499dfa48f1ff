import { EngineAway, EngineRefused, isEngineSet } from "@/lib/search/engine";
import { CommandFailure } from "./command-failure";
import { index } from "./prepare";
import { say } from "./progress";
import { withServices } from "./with-services";

/** `npm run reindex`: builds the search index anew beside the one in use and puts it in its place. */
export async function run(): Promise<number> {
  return withServices("reindex", async () => {
    if (!isEngineSet()) {
      say("No search engine is set, so PostgreSQL searches alone; its own index is always up to date.");
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
