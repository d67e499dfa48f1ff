import { setTimeout as sleep } from "node:timers/promises";
import { drainOutbox, listenForJobs } from "@/db/commands/search-jobs";
import { postChangedRecords } from "@/db/commands/search-postings";
import { outboxChannel } from "@/db/commands/search-outbox";
import { EngineAway, hasIndex, isEngineSet, liveIndex } from "./engine";
import { bringUpToDate } from "./indexing";
import { rebuildUnlessRunning } from "./rebuild";

/** Notices can be lost with a connection, so the outbox is looked at anyway. */
const pollMs = 1_000;
const longestPauseMs = 1_000;

export type IndexWorker = {
  /** Begins to work; what goes wrong is reported and tried again. */
  start(): void;
  /** Ends after the batch in hand. */
  stop(): Promise<void>;
};

/**
 * A worker that keeps the live index true to the archive: it brings changed records to the engine as soon as their transaction
 * commits, tries again after failures, and builds the index where there is none. Any number of processes may run one; they take
 * turns. Without an engine it does nothing: its lines wait for one.
 */
export function createIndexWorker(onTrouble: (error: unknown) => void = () => undefined): IndexWorker {
  const ending = new AbortController();
  let wake: () => void = () => undefined;
  let isAwake = false;
  let work: Promise<void> | undefined;
  let unlisten: (() => Promise<void>) | undefined;

  function rouse() {
    isAwake = true;
    wake();
  }

  async function rest(milliseconds: number) {
    if (!isAwake && !ending.signal.aborted) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const slept = new AbortController();
      await Promise.race([
        woken,
        sleep(milliseconds, undefined, { signal: slept.signal }).catch(() => undefined),
      ]);
      slept.abort();
    }
    isAwake = false;
  }

  async function run() {
    let failures = 0;
    let indexIsThere = false;
    while (!ending.signal.aborted) {
      try {
        unlisten ??= await listenForJobs(outboxChannel, rouse);
        indexIsThere ||=
          (await hasIndex(liveIndex())) || (await rebuildUnlessRunning({ wait: false })) !== null;
        const drained = indexIsThere
          ? await drainOutbox((ids) => bringUpToDate(liveIndex(), ids), isPassing)
          : "busy";
        failures = 0;
        if (typeof drained === "string") {
          await postChangedRecords();
          await rest(pollMs);
        }
        if (typeof drained !== "string" && drained.failed > 0)
          onTrouble(new Error(`${drained.failed} index jobs failed; the outbox says why.`));
      } catch (error) {
        failures += 1;
        // An engine that comes back may come back empty.
        indexIsThere = false;
        onTrouble(error);
        await rest(Math.min(100 * 2 ** failures, longestPauseMs));
      }
    }
  }

  return {
    start() {
      if (isEngineSet()) work ??= run();
    },
    async stop() {
      ending.abort();
      rouse();
      await work;
      await unlisten?.().catch(() => undefined);
    },
  };
}

/** Failures that say nothing about the records in hand. */
const isPassing = (error: unknown) => error instanceof EngineAway;
