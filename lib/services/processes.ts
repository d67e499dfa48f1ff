import { readFileSync, readdirSync, readlinkSync, realpathSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const hasProc = process.platform === "linux";

/** The fields of /proc/PID/stat after the command name, which may itself hold spaces and brackets. */
function statusFields(pid: number): string[] | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    return line.slice(line.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

/**
 * Whether a process runs. A zombie still answers signals but does nothing more, and in a container whose first
 * process never reaps it stays for ever, so it counts as dead.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  if (!hasProc) return true;
  const state = statusFields(pid)?.[0];
  return state !== undefined && state !== "Z" && state !== "X";
}

/** When a process began, in an opaque form; tells a process from a later one with the same id. `null` off Linux. */
export function beginningOf(pid: number): string | null {
  return hasProc ? (statusFields(pid)?.[19] ?? null) : null;
}

/**
 * Living processes whose working directory is the folder: a server and its workers, even orphaned ones that no
 * pid file names any more. Always empty off Linux, where this cannot be asked.
 */
export function processesIn(folder: string): number[] {
  if (!hasProc) return [];
  const real = realpathSync(folder);
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === real && isAlive(pid);
      } catch {
        return false;
      }
    });
}

/** Waits until the condition holds; resolves to whether it did within the time. */
export async function waitUntil(holds: () => boolean, timeoutMs: number): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  while (!holds()) {
    if (Date.now() > end) return false;
    await sleep(20);
  }
  return true;
}

/** A signal and how long a process is given to obey it before the next one is sent. */
export type Insistence = readonly (readonly [signal: NodeJS.Signals, patienceMs: number])[];

/** Ends a process, more firmly each time it does not obey. Resolves to whether it is gone. */
export async function endProcess(pid: number, insistence: Insistence): Promise<boolean> {
  for (const [signal, patienceMs] of insistence) {
    if (!isAlive(pid)) return true;
    try {
      process.kill(pid, signal);
    } catch {
      return !isAlive(pid);
    }
    if (await waitUntil(() => !isAlive(pid), patienceMs)) return true;
  }
  return !isAlive(pid);
}
