import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** Asks for a password without showing it. Resolves to what was typed, or to `""` when nobody can be asked. */
export async function askPassword(question: string): Promise<string> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return "";
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silence, terminal: true });
  process.stdout.write(question);
  try {
    return await terminal.question("");
  } finally {
    terminal.close();
    process.stdout.write("\n");
  }
}
