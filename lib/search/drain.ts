import {
  tryFailingIndexJob,
  workOffIndexJobs,
  type IndexFailure,
  type Round,
} from "@/db/commands/index-work";
import { EngineAway, liveIndex } from "./engine";
import { bringUpToDate } from "./indexing";
import { createPace } from "./pace";

const editsPerRound = 100;
/** While there is other work, records that failed are tried at most this often. */
const failingEveryMs = 1_000;
/** Times that the engine may go away in mid-work, one after the other, before the records in hand are suspected of it … */
const lossesUntilSuspicion = 3;
/** … and before one that was alone in hand is put aside. */
const lossesUntilBlame = 5;

/** Works off index jobs, a round at a time. */
export type Drain = {
  /** One round. Throws `EngineAway`, and every job is as it was. */
  round(): Promise<Round>;
};

/**
 * A drain of the queue of index jobs. Each round takes all waiting edits and so much of the bulk that the next edit need not wait long;
 * records that failed are tried alone.
 */
export function createDrain(): Drain {
  const pace = createPace("bulk");
  let losses = 0;
  let triedAt = Number.NEGATIVE_INFINITY;
  let tookMs = 0;

  async function index(recordIds: readonly number[]): Promise<readonly IndexFailure[]> {
    const began = performance.now();
    try {
      const failures = await bringUpToDate(liveIndex(), recordIds);
      tookMs = performance.now() - began;
      losses = 0;
      return failures;
    } catch (error) {
      if (!(error instanceof EngineAway)) throw error;
      losses += 1;
      const [recordId, ...others] = recordIds;
      if (recordId === undefined || others.length > 0 || losses < lossesUntilBlame) throw error;
      losses = 0;
      return [{ recordId, reason: error.message }];
    }
  }

  async function waitingJobs(): Promise<Round> {
    if (losses >= lossesUntilSuspicion) {
      const edit = await workOffIndexJobs(liveIndex(), { edits: 1, bulk: 0 }, index);
      return edit === "idle" ? workOffIndexJobs(liveIndex(), { edits: 0, bulk: 1 }, index) : edit;
    }
    const round = await workOffIndexJobs(liveIndex(), { edits: editsPerRound, bulk: pace.size() }, index);
    if (typeof round === "string") return round;
    if (round.edits > 0) pace.sawEdits();
    if (round.bulk > 0) pace.took(round.edits + round.bulk, tookMs);
    return round;
  }

  return {
    async round() {
      const round = await waitingJobs();
      if (round === "busy") return round;
      if (round !== "idle" && performance.now() - triedAt < failingEveryMs) return round;
      triedAt = performance.now();
      const again = await tryFailingIndexJob(liveIndex(), index);
      if (round === "idle" || typeof again === "string") return round === "idle" ? again : round;
      return { ...round, failed: round.failed + again.failed };
    },
  };
}
