import { setTimeout as sleep } from "node:timers/promises";
import {
  derivativesChannel,
  findUnderivedFile,
  keepDerivation,
  keepDerivationFailure,
  listDerivedFiles,
  notePageCount,
  requestDerivation,
  withDerivationLock,
} from "@/db/commands/derivatives";
import { listenForJobs } from "@/db/listen";
import { derive } from "./derive";
import { hasDerivatives } from "./derivatives";
import { sweepUnfinished } from "./store";

/** Notices can be lost with a connection, so the table is looked at anyway. */
const pollMs = 15_000;

export type DerivativeWorker = {
  /** Begins to work; what goes wrong is reported and tried again. */
  start(): void;
  /** Ends at once; the file in hand is begun again by whoever comes next. */
  stop(): Promise<void>;
};

/**
 * A worker that makes thumbnails and tiles of files that have none: one file at a time, whatever number of processes the archive
 * has. What is to be done stands in the database, so that it outlives every process. At its start it looks whether what was made
 * is still there.
 */
export function createDerivativeWorker(
  onTrouble: (error: unknown) => void = () => undefined,
): DerivativeWorker {
  const ending = new AbortController();
  let woken = new AbortController();
  let work: Promise<void> | undefined;
  let unlisten: (() => Promise<void>) | undefined;

  async function rest() {
    const either = AbortSignal.any([woken.signal, ending.signal]);
    await sleep(pollMs, undefined, { signal: either }).catch(() => undefined);
    woken = new AbortController();
  }

  async function run() {
    let isChecked = false;
    while (!ending.signal.aborted) {
      try {
        unlisten ??= await listenForJobs(derivativesChannel, () => woken.abort());
        if (!isChecked) await checkDerivatives();
        isChecked = true;
        const done = await withDerivationLock(() => deriveNext(ending.signal));
        if (done !== "derived") await rest();
      } catch (error) {
        if (ending.signal.aborted) break;
        onTrouble(error);
        await rest();
      }
    }
  }

  return {
    start() {
      work ??= run();
    },
    async stop() {
      ending.abort(new Error("The archive is stopping."));
      await work;
      await unlisten?.().catch(() => undefined);
    },
  };
}

/** Makes the pictures of one file; "idle" when none waits. */
async function deriveNext(signal: AbortSignal): Promise<"derived" | "idle"> {
  const file = await findUnderivedFile();
  if (!file) return "idle";
  // Said early for those who look; what counts is said at the end.
  let noted: Promise<void> | undefined;
  const derivation = await derive(file, {
    signal,
    onPage: (done, pages) => {
      if (done === 0) noted = notePageCount(file.sha256, pages).catch(() => undefined);
    },
  });
  await noted;
  if (derivation.ok) await keepDerivation(file.sha256, derivation.found);
  else await keepDerivationFailure(file.sha256, derivation.reason);
  return "derived";
}

/** Asks for pictures that were made once and are gone, or were made in a way that is no longer ours. */
async function checkDerivatives(): Promise<void> {
  await sweepUnfinished();
  for (const sha256 of await listDerivedFiles()) {
    if (!(await hasDerivatives(sha256))) await requestDerivation(sha256);
  }
}
