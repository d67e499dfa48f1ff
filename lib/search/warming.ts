import { setTimeout as sleep } from "node:timers/promises";
import { isTrusted } from "@/lib/cache/tag-clock";
import { presentCatalogue } from "./catalogue";
import { currentNames } from "./name-shelf";

/** Names that are read before news of edits arrive are read again when they do, so that these are waited for, but not for ever. */
const newsPatienceMs = 5_000;
const lookMs = 50;

export type SearchWarmer = {
  /** Begins to read; nobody waits for it. What goes wrong is reported, and the first search meets it again. */
  start(): void;
  /** Gives up what is not read yet. */
  stop(): Promise<void>;
};

/** Reads what every search needs in memory once the server is up, so that the first reader need not wait for it. */
export function createSearchWarmer(onTrouble: (error: unknown) => void): SearchWarmer {
  const ending = new AbortController();

  async function warm() {
    const deadline = performance.now() + newsPatienceMs;
    while (!isTrusted() && performance.now() < deadline && !ending.signal.aborted)
      await sleep(lookMs, undefined, { signal: ending.signal }).catch(() => undefined);
    if (ending.signal.aborted) return;
    await Promise.all([presentCatalogue(), currentNames()]);
  }

  return {
    start() {
      void warm().catch((error: unknown) => {
        if (!ending.signal.aborted) onTrouble(error);
      });
    },
    stop() {
      ending.abort();
      return Promise.resolve();
    },
  };
}
