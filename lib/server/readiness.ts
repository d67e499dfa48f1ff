import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { askDatabase, findLatestMigration } from "@/db/queries/health";
import { engineHealth } from "@/lib/search/engine";

/** How one part is: a degraded part is missed, a failing one keeps the archive from serving. */
type PartState = "ready" | "degraded" | "failing";

interface Part {
  name: string;
  check: () => Promise<PartState>;
}

interface Readiness {
  status: PartState;
  parts: Record<string, PartState>;
}

const limitMs = 2_000;
const journalFile = join(process.cwd(), "db/migrations/meta/_journal.json");
const journal = z.object({ entries: z.array(z.object({ when: z.number() })) });

const parts: readonly Part[] = [
  { name: "database", check: checkDatabase },
  { name: "migrations", check: compareMigrations },
  { name: "search", check: checkEngine },
];

/** Asks every part at once, two seconds at most; a part that throws or stays silent is failing. Never throws, names no cause. */
export async function readiness(): Promise<Readiness> {
  const states = await Promise.all(
    parts.map(async ({ name, check }): Promise<[string, PartState]> => {
      const silence = sleep(limitMs, "failing" as const, { ref: false });
      return [name, await Promise.race([check().catch((): PartState => "failing"), silence])];
    }),
  );
  const worst = (["failing", "degraded"] as const).find((state) => states.some(([, one]) => one === state));
  return { status: worst ?? "ready", parts: Object.fromEntries(states) };
}

async function checkDatabase(): Promise<PartState> {
  await askDatabase();
  return "ready";
}

/** Every migration that came with this version has been applied; later ones, from a newer version, do no harm. */
async function compareMigrations(): Promise<PartState> {
  const known = journal
    .parse(JSON.parse(await readFile(journalFile, "utf8")))
    .entries.map(({ when }) => when);
  return (await findLatestMigration()) >= Math.max(0, ...known) ? "ready" : "failing";
}

/** Without its engine the archive finds the same records; only the engine's say in their order is missing. */
async function checkEngine(): Promise<PartState> {
  return (await engineHealth()) === "ready" ? "ready" : "degraded";
}
