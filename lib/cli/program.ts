import { spawn } from "node:child_process";
import { join } from "node:path";

/** How a program ended: its exit code, or the signal or error that ended it. */
export type Ending = { code: number | string; output: string };

/** What to run: a program of this project's packages, or one of the system. */
export type Program = {
  /** Path below node_modules of a script for Node.js, or the name of a program on PATH. */
  script?: string;
  name?: string;
  args: readonly string[];
  /** Variables beside those of this process. */
  env?: NodeJS.Dict<string>;
  /** Whether the person sees the output as it comes; otherwise it is collected. */
  shown: boolean;
  /** Ends the program early. */
  cancel?: AbortSignal;
};

/** Runs a program to its end, in the project's folder. Never throws: a program that cannot be started has that as its ending. */
export function runProgram({ script, name, args, env, shown, cancel }: Program): Promise<Ending> {
  const command = script ? process.execPath : (name ?? "");
  const all = script ? [join("node_modules", script), ...args] : [...args];
  const child = spawn(command, all, {
    stdio: shown ? "inherit" : ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  const stop = () => child.kill("SIGTERM");
  cancel?.addEventListener("abort", stop, { once: true });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => (output += text));
  return new Promise((resolve) => {
    const end = (code: number | string) => {
      cancel?.removeEventListener("abort", stop);
      resolve({ code, output });
    };
    child.once("error", (error) => end(error.message));
    child.once("close", (code, signal) => end(code ?? signal ?? "no exit code"));
  });
}
