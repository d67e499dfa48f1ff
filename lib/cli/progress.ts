/** Writes one line to the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A task that reports how far it is. */
export type Progress = {
  /** How much is done; `total` when it is known. */
  step(done: number, total?: number): void;
  /** The same for a task whose steps cannot be counted. */
  note(text: string): void;
  /** Ends the task with its last word, for example "1,204 records in 3.1 s". */
  finish(summary: string): void;
};

const lineEveryMs = 5_000;
const rewriteEveryMs = 100;
const clearLine = "\r\u001B[K";

/**
 * Shows the progress of a task: in a terminal one line that is rewritten, elsewhere (a log file, a CI run) a line every few seconds.
 */
export function startProgress(label: string, out: NodeJS.WriteStream = process.stdout): Progress {
  const everyMs = out.isTTY ? rewriteEveryMs : lineEveryMs;
  // A short task in a log file deserves one line, its last.
  let shownAt = out.isTTY ? 0 : Date.now();
  if (out.isTTY) out.write(`${label} …`);
  function note(text: string): void {
    if (Date.now() - shownAt < everyMs) return;
    shownAt = Date.now();
    out.write(out.isTTY ? `${clearLine}${label}: ${text}` : `${label}: ${text}\n`);
  }
  return {
    note,
    step: (done, total) => note(amount(done, total)),
    finish(summary) {
      out.write(`${out.isTTY ? clearLine : ""}${label}: ${summary}\n`);
    },
  };
}

/** "1,200 of 31,408 (3 %)", or "1,200" when the total is not known. */
export function amount(done: number, total?: number): string {
  const shown = done.toLocaleString("en");
  if (!total) return shown;
  return `${shown} of ${total.toLocaleString("en")} (${Math.floor((done / total) * 100)} %)`;
}

/** "3.1 s" since a moment of `performance.now()`. */
export const secondsSince = (began: number) => `${((performance.now() - began) / 1000).toFixed(1)} s`;
