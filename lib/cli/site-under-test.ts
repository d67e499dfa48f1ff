import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { endProcess, isAlive } from "@/lib/services/processes";
import { pickPort } from "@/lib/services/ports";
import { CommandFailure } from "./command-failure";

/** The archive as a reader meets it: a process of its own, started by the same command as in production. */
export type Site = { url: string; stop(): Promise<void> };

const patienceMs = 10 * 60_000;

/**
 * Starts `npm start` on a free port with this environment and waits until it answers.
 * Throws a `CommandFailure` when it ends instead; what went wrong stands in its output, which is shown.
 */
export async function startSite(env: NodeJS.Dict<string>, cancel: AbortSignal): Promise<Site> {
  const port = await pickPort([]);
  const url = `http://127.0.0.1:${port}`;
  // Its own process group: Ctrl-C reaches us alone, and we stop it in order.
  const child = spawn(process.execPath, ["lib/cli/launch.mjs", "start"], {
    stdio: "inherit",
    detached: true,
    env: { ...process.env, ...env, HOST: "127.0.0.1", PORT: String(port), NEXTAUTH_URL: url },
  });
  const pid = child.pid ?? 0;
  const stop = async () => {
    await endProcess(pid, [
      ["SIGTERM", 20_000],
      ["SIGKILL", 1_000],
    ]);
  };
  const deadline = Date.now() + patienceMs;
  while (!(await answers(url))) {
    if (cancel.aborted || Date.now() > deadline) await stop();
    if (!isAlive(pid))
      throw new CommandFailure("The archive did not start, so the browser tests did not run.");
    await sleep(200);
  }
  return { url, stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
