import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { sqlPool } from "@/db/client";
import type { RebuildStage } from "@/lib/search/rebuild";
import { watchProcesses, type Group, type Usage } from "./processes";

type StageTaken = { readonly stage: RebuildStage; readonly records: number; readonly seconds: number };

export type MeasuredReindex = {
  readonly stages: readonly StageTaken[];
  /** The most of each group at any time, "server" being the process that rebuilds; CPU time is that of all. */
  readonly peak: Readonly<Record<Group, Usage>>;
  /** Bytes on disk afterwards: the database, what of it search alone needs, and all of the engine. */
  readonly disk: { readonly database: number; readonly search: number; readonly engine: number };
};

const lookEveryMs = 500;
/** Of `stat`, on every system. */
const blockBytes = 512;
const groups = ["server", "database", "engine"] as const;

/** Rebuilds all that is searched in a process of its own, as `npm run reindex -- --fresh` does. Throws where that fails. */
export async function measureReindex(): Promise<MeasuredReindex> {
  const child = spawn(process.execPath, ["--import", "tsx", "lib/bench/reindex-process.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const usage = watchProcesses(child.pid ?? 0);
  const before = usage();
  let peak = before;
  const look = () => {
    const now = usage();
    peak = {
      server: higher(peak.server, now.server),
      database: higher(peak.database, now.database),
      engine: higher(peak.engine, now.engine),
    };
  };
  const watching = setInterval(look, lookEveryMs);
  const stages: StageTaken[] = [];
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const taken: StageTaken = JSON.parse(line);
      stages.push(taken);
      look();
    }
    const [code] = await ended;
    if (code !== 0) throw new Error("The index could not be rebuilt.");
  } finally {
    clearInterval(watching);
  }
  const [server, database, engine] = groups.map((group) => ({
    ...peak[group],
    cpuMs: peak[group].cpuMs - before[group].cpuMs,
  }));
  if (!server || !database || !engine) throw new Error("No process was watched.");
  return { stages, peak: { server, database, engine }, disk: await spaceTaken() };
}

const higher = (a: Usage, b: Usage): Usage => ({
  cpuMs: Math.max(a.cpuMs, b.cpuMs),
  pssMiB: Math.max(a.pssMiB, b.pssMiB),
  ownMiB: Math.max(a.ownMiB, b.ownMiB),
});

async function spaceTaken() {
  const [row] = await sqlPool()<{ database: number; search: number }[]>`
    select pg_database_size(current_database())::float8 as database, (
      select sum(pg_total_relation_size(c.oid))::float8 from pg_class c
      where c.relnamespace = 'public'::regnamespace
        and c.relname in ('record_search', 'search_passages', 'search_postings', 'search_terms')
    ) as search`;
  const engine = bytesIn(join(process.env["ARCHIVE_DATA"] ?? "", "meilisearch/data.ms"));
  return { database: row?.database ?? 0, search: row?.search ?? 0, engine };
}

/** What the files of a folder take up; the engine's own figure counts the address space that it has set aside. */
function bytesIn(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.reduce((sum, name) => sum + statSync(join(folder, name)).blocks * blockBytes, 0);
}
