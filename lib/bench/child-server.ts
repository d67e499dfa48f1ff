import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A server in a process of its own. */
export type ChildServer = { readonly url: string; readonly pid: number; stop(): Promise<void> };

/** Starts a script that prints its address when it answers. Throws when it ends before that. */
export async function startChildServer(script: string, args: readonly string[] = []): Promise<ChildServer> {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    // All questions come from one address, and refusals are not what is measured.
    env: { SEARCHES_PER_MINUTE: "0", ...process.env, NODE_ENV: "production" },
  });
  const ended = once(child, "exit");
  const url = await Promise.race([
    firstAddress(child.stdout),
    ended.then(() => {
      throw new Error(`${script} ended before it answered.`);
    }),
  ]);
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** The first line that is an address; a server may say other things before it. The rest is read too, or the pipe would fill. */
function firstAddress(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve) => {
    createInterface({ input: output }).on("line", (line) => {
      if (line.startsWith("http://")) resolve(line.trim());
    });
  });
}
