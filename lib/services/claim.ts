import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { beginningOf, isAlive } from "./processes";

const claimSchema = z.object({
  pid: z.number(),
  /** Tells this process from a later one that was given the same id. */
  beginning: z.string().nullable(),
  /** The command that holds the folder, as the person typed it: `start`, `import` … */
  command: z.string(),
  /** Where the web server answers, once it does. */
  address: z.string().optional(),
  /** How to reach the services, once they are up. */
  connections: z
    .object({
      databaseUrl: z.string(),
      meili: z.object({ url: z.string(), key: z.string() }).nullable(),
    })
    .optional(),
});

/** Who holds a data folder: at most one process at a time. */
export type Holder = z.infer<typeof claimSchema>;

/** A data folder held by this process. */
export type Claim = {
  /** Tells others where the services and the web server are. */
  publish(details: Pick<Holder, "address" | "connections">): void;
  release(): void;
};

const fileIn = (dataFolder: string) => join(dataFolder, "running.json");

/** The living process that holds a data folder, or `null`; what a killed process left behind does not count. */
export function holderOf(dataFolder: string): Holder | null {
  const holder = readHolder(fileIn(dataFolder));
  return holder && isHolding(holder) ? holder : null;
}

/**
 * Takes a data folder for this process. Returns the claim, or the process that already holds the folder.
 * The claim file appears in one step with its content (a hard link), so of two processes one wins.
 */
export function claimFolder(dataFolder: string, command: string): Claim | { holder: Holder } {
  const file = fileIn(dataFolder);
  const draft = `${file}.${process.pid}`;
  const self: Holder = { pid: process.pid, beginning: beginningOf(process.pid), command };
  const write = (holder: Holder) => writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });

  write(self);
  try {
    while (!tryLink(draft, file)) {
      const holder = readHolder(file);
      if (holder && isHolding(holder)) return { holder };
      removeStale(file, draft, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    publish(details) {
      Object.assign(self, details);
      write(self);
      renameSync(draft, file);
    },
    release() {
      if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

/** Moves a dead process's claim away; puts it back when another process was quicker and it is not the same one any more. */
function removeStale(file: string, draft: string, stale: Holder | null): void {
  const aside = `${draft}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readHolder(aside)?.pid !== stale?.pid) tryLink(aside, file);
  rmSync(aside, { force: true });
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function readHolder(file: string): Holder | null {
  try {
    return claimSchema.safeParse(JSON.parse(readFileSync(file, "utf8"))).data ?? null;
  } catch {
    return null;
  }
}

const isHolding = ({ pid, beginning }: Holder) => isAlive(pid) && beginningOf(pid) === beginning;
