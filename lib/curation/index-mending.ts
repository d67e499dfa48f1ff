import { tryIndexJobsAgain } from "@/db/commands/index-jobs";
import type { Curator } from "@/lib/archive/curator";

/** Has failed index jobs tried again at once: one, or all of them. Those that are over meanwhile are passed over. */
export async function tryIndexingAgain(job: string | "all", by: Curator): Promise<void> {
  await tryIndexJobsAgain(job === "all" ? "all" : [job], by);
}
