import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "./processes";
import type { Service } from "./service";

const checkEveryMs = 500;
const longestPauseMs = 30_000;
const steadyAfterMs = 60_000;

/**
 * Watches a service and starts it again when its process dies, at once the first time and with growing pauses while it
 * keeps dying. `restart` returns the new process or the reason why there is none.
 * The result stops the watching and then the service; it waits for a restart under way, so nothing is left behind.
 */
export function supervise(
  name: string,
  first: Service,
  restart: () => Promise<Service | { missing: string }>,
  report: (line: string) => void,
): () => Promise<void> {
  const end = new AbortController();
  let current: Service | null = first;

  async function startAgain(): Promise<void> {
    try {
      const begun = await restart();
      if ("missing" in begun) report(`${name} did not start: ${begun.missing}`);
      else {
        current = begun;
        report(`${name} is running again (process ${begun.pid}).`);
      }
    } catch (error) {
      report(`${name} did not start: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async function watch(): Promise<void> {
    let pauseMs = 0;
    let steadySince = Date.now();
    while (!end.signal.aborted) {
      if (current && isAlive(current.pid)) {
        if (Date.now() - steadySince > steadyAfterMs) pauseMs = 0;
        await pause(checkEveryMs, end.signal);
        continue;
      }
      if (current) report(`${name} ended unexpectedly; starting it again.`);
      current = null;
      await pause(pauseMs, end.signal);
      pauseMs = Math.min(longestPauseMs, Math.max(1_000, pauseMs * 2));
      if (!end.signal.aborted) await startAgain();
      steadySince = Date.now();
    }
  }

  const watching = watch();
  return async () => {
    end.abort();
    await watching;
    await current?.stop();
  };
}

const pause = (timeMs: number, signal: AbortSignal) =>
  // Being woken early is the point of the signal, not a failure.
  sleep(timeMs, undefined, { signal }).catch(() => undefined);
