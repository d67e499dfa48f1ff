import { tryIndexJobsAgain } from "@/db/commands/index-jobs";
import type { Curator } from "@/lib/archive/curator";

/** Has failed index jobs tried again at once: one, or all of them where none is named. Those that are over meanwhile are passed over. */
export async function tryIndexingAgain(job: string | null, by: Curator): Promise<void> {
  await tryIndexJobsAgain(job === null ? "all" : [job], by);
}
