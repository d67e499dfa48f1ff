import { openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

const maximumBytes = 5_000_000;

/** Opens a service's log for appending and returns the descriptor; a long log makes place for a new one, the last is kept. */
export function openLog(dataFolder: string, name: string): number {
  const file = join(dataFolder, name);
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > maximumBytes) renameSync(file, `${file}.old`);
  return openSync(file, "a", 0o600);
}

/** The last lines of a service's log, for a message about its failure. */
export function endOfLog(dataFolder: string, name: string, lines = 8): string {
  try {
    return readFileSync(join(dataFolder, name), "utf8").trimEnd().split("\n").slice(-lines).join("\n");
  } catch {
    return "";
  }
}
