import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { sqlPool } from "@/db/client";
import { env } from "@/lib/env";
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
  const { MEILI_URL: url = "", MEILI_KEY: key } = env();
  const answer = await fetch(new URL("/stats", url), {
    headers: key ? { authorization: `Bearer ${key}` } : {},
    signal: AbortSignal.timeout(60_000),
  });
  const stats: { databaseSize: number } = JSON.parse(await answer.text());
  return { database: row?.database ?? 0, search: row?.search ?? 0, engine: stats.databaseSize };
}
