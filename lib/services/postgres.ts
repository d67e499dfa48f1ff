import { execFile, spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync, chownSync, closeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import postgres from "postgres";
import type { DataFolder } from "./data-folder";
import { serviceFolder } from "./data-folder";
import { endOfLog, openLog } from "./log-file";
import { isPortFree, pickPort } from "./ports";
import { postgresBinaries } from "./postgres-binary";
import { endProcess, isAlive, processesIn, waitUntil } from "./processes";
import type { Service } from "./service";
import { ServiceFailure } from "./service-failure";
import type { ServiceSettings } from "./settings";
import { saveState, type ServiceState } from "./state-file";

const logName = "postgres.log";
const owner = "archive";
const database = "archive";

/**
 * Starts the embedded PostgreSQL of a data folder, creating its cluster and the database `archive` when they are missing, or
 * takes over the server that an earlier, killed process left running there. Listens on 127.0.0.1 only.
 * Throws a `ServiceFailure` with the end of the server's log when it does not come up.
 */
export async function startPostgres(
  folder: DataFolder,
  settings: ServiceSettings,
  state: ServiceState,
): Promise<Service> {
  const cluster = serviceFolder(folder, "postgres");
  const found = await adoptablePostmaster(cluster);
  if (!found) await endOrphans(cluster);
  const { pid, port } = found ?? (await launch(folder, cluster, settings, state));
  state.postgresPort = port;
  saveState(folder.path, state);

  const server = `postgres://${owner}:${state.postgresPassword}@127.0.0.1:${port}`;
  await ensureDatabase(`${server}/postgres`);
  return {
    url: `${server}/${database}`,
    pid,
    adopted: found !== null,
    async stop() {
      // A fast shutdown first: sessions are cut, everything committed is kept.
      await endProcess(pid, [
        ["SIGINT", 20_000],
        ["SIGQUIT", 3_000],
        ["SIGKILL", 1_000],
      ]);
    },
  };
}

async function launch(
  folder: DataFolder,
  cluster: string,
  settings: ServiceSettings,
  state: ServiceState,
): Promise<{ pid: number; port: number }> {
  const programs = postgresBinaries(folder, settings.postgresBin);
  await createCluster(folder, cluster, programs, state.postgresPassword);
  // Only now, when nothing works in the cluster any more: a pid file that a crash left would stop PostgreSQL if the id was
  // given to another process since, or still belongs to a zombie.
  rmSync(join(cluster, "postmaster.pid"), { force: true });

  const port = await pickPort([state.postgresPort, 54329]);
  const log = openLog(folder.path, logName);
  const child = spawn(join(programs, "postgres"), serverArguments(cluster, port), {
    ...identity(folder),
    cwd: cluster,
    stdio: ["ignore", log, log],
    // Its own process group: Ctrl-C in the terminal reaches us alone, and we stop the services in order.
    detached: true,
  });
  closeSync(log);
  let ended: string | null = null;
  child.once("exit", (code, signal) => (ended = `ended with ${signal ?? code}`));
  child.once("error", (error) => (ended = `could not be started: ${error.message}`));

  const pid = child.pid ?? 0;
  await waitUntil(() => ended !== null || isReady(cluster, pid), 60_000);
  if (ended !== null || !isReady(cluster, pid)) {
    if (ended === null) await endProcess(pid, [["SIGQUIT", 5_000]]);
    throw new ServiceFailure(
      `PostgreSQL ${ended ?? "was not ready after a minute"}.\n${endOfLog(folder.path, logName)}`,
    );
  }
  return { pid, port };
}

/** Sized for a small machine: 20,000 records and the index beside it fit in a gigabyte of memory. */
function serverArguments(cluster: string, port: number): string[] {
  const options = [
    "shared_buffers=64MB",
    "effective_cache_size=512MB",
    "max_connections=60",
    "max_wal_size=512MB",
    "random_page_cost=1.1",
    "jit=off",
    // Parallel workers share memory through /dev/shm, which containers keep very small.
    "max_parallel_workers_per_gather=0",
    "timezone=UTC",
    "log_timezone=UTC",
  ];
  // Three more processes for reading would cost more memory than they save time here.
  if (Number(readFileSync(join(cluster, "PG_VERSION"), "utf8")) >= 18) options.push("io_method=sync");
  const listening = ["-h", "127.0.0.1", "-p", String(port), "-k", ""];
  return ["-D", cluster, ...listening, ...options.flatMap((option) => ["-c", option])];
}

/** Creates the cluster unless it is complete. A marker file tells one whose creation was interrupted, which begins again. */
async function createCluster(
  folder: DataFolder,
  cluster: string,
  programs: string,
  password: string,
): Promise<void> {
  const marker = join(folder.path, "postgres.incomplete");
  if (existsSync(join(cluster, "PG_VERSION")) && !existsSync(marker)) return;
  writeFileSync(marker, "");
  for (const name of readdirSync(cluster)) rmSync(join(cluster, name), { recursive: true, force: true });

  const passwordFile = join(folder.path, "postgres.password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (folder.user) chownSync(passwordFile, folder.user.uid, folder.user.gid);
  try {
    const access = ["-U", owner, "-A", "scram-sha-256", `--pwfile=${passwordFile}`];
    const text = ["-E", "UTF8", `--locale=${locale}`];
    await promisify(execFile)(join(programs, "initdb"), ["-D", cluster, ...access, ...text, "--no-sync"], {
      ...identity(folder),
      cwd: cluster,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ServiceFailure(`PostgreSQL could not create its data in ${cluster}.\n${reason}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  rmSync(marker);
}

/** One that compares by code point, so that an upgrade of the system never changes the order inside an index. */
const locale = process.platform === "linux" ? "C.UTF-8" : process.platform === "darwin" ? "en_US.UTF-8" : "C";

function identity({ user }: DataFolder) {
  const env = { ...process.env, LC_ALL: locale, TZ: "UTC" };
  return user ? { uid: user.uid, gid: user.gid, env } : { env };
}

/** The lines of postmaster.pid that matter: process (1st), port (4th), status (8th). */
function postmaster(cluster: string): { pid: number; port: number; status: string } | null {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? "" };
  } catch {
    return null;
  }
}

/** A pid file that a crash left also says "ready", so it must name the process asked about. */
function isReady(cluster: string, pid: number): boolean {
  const found = postmaster(cluster);
  return found !== null && found.pid === pid && found.status === "ready";
}

/** The server that works in this cluster already; waits while it is starting, recovering or stopping. */
async function adoptablePostmaster(cluster: string): Promise<{ pid: number; port: number } | null> {
  const found = postmaster(cluster);
  if (!found || !belongsTo(cluster, found.pid)) return null;
  await waitUntil(() => !isAlive(found.pid) || isReady(cluster, found.pid), 60_000);
  const now = postmaster(cluster);
  if (!now || now.status !== "ready" || !isAlive(now.pid)) return null;
  // One that was killed a moment ago may still count as living, but it holds its port no longer.
  return (await isPortFree(now.port)) ? null : { pid: now.pid, port: now.port };
}

/** Whether a living process is this cluster's own; off Linux, where that cannot be asked, a living process is believed. */
function belongsTo(cluster: string, pid: number): boolean {
  return process.platform === "linux" ? processesIn(cluster).includes(pid) : pid > 0 && isAlive(pid);
}

/** Waits for the backends of a killed server to finish what they do; a new server must never start beside them. */
async function endOrphans(cluster: string): Promise<void> {
  if (await waitUntil(() => processesIn(cluster).length === 0, 5_000)) return;
  for (const pid of processesIn(cluster))
    await endProcess(pid, [
      ["SIGTERM", 3_000],
      ["SIGKILL", 1_000],
    ]);
  const left = processesIn(cluster);
  if (left.length > 0)
    throw new ServiceFailure(
      `Processes ${left.join(", ")} still work in ${cluster}. End them and try again.`,
    );
}

/** Creates the database when it is missing; also the proof that the server answers with our password. */
async function ensureDatabase(serverUrl: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const sql = postgres(serverUrl, { max: 1, connect_timeout: 10, onnotice: () => undefined });
    try {
      const found = await sql`select 1 from pg_database where datname = ${database}`;
      if (found.length === 0) await sql.unsafe(`create database ${database}`);
      return;
    } catch (error) {
      // A server that recovers from a crash turns sessions away for a moment.
      if (attempt === 20) throw error;
      await sleep(250);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
}
