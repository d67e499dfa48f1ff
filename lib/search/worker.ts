import { setTimeout as sleep } from "node:timers/promises";
import { indexJobsChannel } from "@/db/commands/index-jobs";
import { postChangedRecords } from "@/db/commands/search-postings";
import { listenForJobs } from "@/db/listen";
import { createDrain } from "./drain";
import { isEngineSet } from "./engine";
import { hasLiveIndex } from "./live-index";
import { rebuildUnlessRunning } from "./rebuild";

/** Notices can be lost with a connection, and records that failed fall due without one, so the queue is looked at anyway. */
const pollMs = 1_000;
const longestPauseMs = 1_000;
/** An engine may be exchanged for an empty one at any time; documents sent to that would make an index without our settings. */
const indexLookMs = 1_000;
/** Postings of fewer records than this are written at most this often. */
const fewPostings = 1_000;
const postingsEveryMs = 10_000;

export type IndexWorker = {
  /** Begins to work; what goes wrong is reported and tried again. */
  start(): void;
  /** Ends after the batch in hand. */
  stop(): Promise<void>;
};

/**
 * A worker that keeps the live index true to the archive: it brings changed records to the engine as soon as their transaction
 * commits, tries again after failures, and builds the index where there is none. Beside that it writes postings. Any number of processes
 * may run one; they take turns. Where no engine is set, jobs wait for one.
 */
export function createIndexWorker(onTrouble: (error: unknown) => void = () => undefined): IndexWorker {
  const ending = new AbortController();
  const alarm = createAlarm(ending.signal);
  const postings = createPostingsWriter(onTrouble);
  const drain = createDrain();
  let running: Promise<void> | undefined;
  let unlisten: (() => Promise<void>) | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;

  /** Makes sure of the index; false while another process builds it. */
  async function isIndexThere(): Promise<boolean> {
    if (performance.now() - lookedAt < indexLookMs) return true;
    const isThere =
      (await hasLiveIndex()) || (await rebuildUnlessRunning({ signal: ending.signal })) !== null;
    if (isThere) lookedAt = performance.now();
    return isThere;
  }

  async function work() {
    unlisten ??= await listenForJobs(indexJobsChannel, () => alarm.ring());
    postings.write();
    const round = isEngineSet() && (await isIndexThere()) ? await drain.round() : "busy";
    if (typeof round === "string") await alarm.rest(pollMs);
    else if (round.failed > 0)
      onTrouble(new Error(`${round.failed} records were not indexed; the desk says why.`));
  }

  async function run() {
    let failures = 0;
    while (!ending.signal.aborted) {
      try {
        await work();
        failures = 0;
      } catch (error) {
        if (ending.signal.aborted) break;
        failures += 1;
        // An engine that comes back may come back empty.
        lookedAt = Number.NEGATIVE_INFINITY;
        onTrouble(error);
        await alarm.rest(Math.min(100 * 2 ** failures, longestPauseMs));
      }
    }
  }

  return {
    start() {
      running ??= run();
    },
    async stop() {
      ending.abort();
      alarm.ring();
      await running;
      await postings.end();
      await unlisten?.().catch(() => undefined);
    },
  };
}

/** Rest that a notice ends; one that arrived before it keeps it from beginning. */
function createAlarm(ending: AbortSignal) {
  let isRinging = false;
  let wake: () => void = () => undefined;
  return {
    ring() {
      isRinging = true;
      wake();
    },
    async rest(milliseconds: number) {
      if (!isRinging && !ending.aborted) {
        const slept = new AbortController();
        wake = () => slept.abort();
        await sleep(milliseconds, undefined, { signal: slept.signal }).catch(() => undefined);
      }
      isRinging = false;
    },
  };
}

/**
 * Writes postings of changed records beside the jobs, for sorting them takes longer than an edit may wait. Each few that were written
 * apart must be put together later, so they gather for a while.
 */
function createPostingsWriter(onTrouble: (error: unknown) => void) {
  let writing: Promise<void> | undefined;
  let dueAt = performance.now();

  async function write() {
    try {
      const posted = await postChangedRecords();
      if (posted > 0 && posted < fewPostings) dueAt = performance.now() + postingsEveryMs;
    } catch (error) {
      onTrouble(error);
    }
    writing = undefined;
  }

  return {
    /** Begins, unless it is at it or they are still to gather. */
    write() {
      if (performance.now() >= dueAt) writing ??= write();
    },
    end: async () => writing,
  };
}
