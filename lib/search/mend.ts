import { setTimeout as sleep } from "node:timers/promises";
import { mendIndexOf, mendSearchOf } from "@/db/commands/index-jobs";
import { listWaitingRecords } from "@/db/queries/index-jobs";
import { compareRecords, type Difference } from "./check";
import { createDrain } from "./drain";

const pauseMs = 200;

/** What the two kinds of search lack: documents that are wrong in the engine, and records that PostgreSQL's search does not know. */
export type Lacking = {
  readonly differences: readonly Difference[];
  readonly unsearchable: readonly number[];
};

/**
 * Makes both kinds of search right for the records that were found wrong: by the queue, like every other change, so that nothing newer is
 * overwritten. Works the queue off itself, beside a running archive or without one. Answers what is wrong all the same. Throws
 * `EngineAway`, and the jobs wait.
 */
export async function mend(lacking: Lacking, onProgress: (done: number) => void): Promise<Difference[]> {
  const recordIds = lacking.differences.map(({ recordId }) => recordId);
  await mendSearchOf(lacking.unsearchable);
  await mendIndexOf(recordIds);
  const drain = createDrain();
  let done = 0;
  for (;;) {
    const round = await drain.round();
    if (round === "idle") break;
    if (round === "busy") {
      if ((await listWaitingRecords(recordIds)).length === 0) break;
      await sleep(pauseMs);
    } else {
      done += round.edits + round.bulk;
      onProgress(Math.min(done, recordIds.length));
    }
  }
  return compareRecords(recordIds);
}
