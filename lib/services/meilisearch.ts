import { execFile, spawn } from "node:child_process";
import { closeSync, existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { serviceFolder, type DataFolder } from "./data-folder";
import { endOfLog, openLog } from "./log-file";
import { meilisearchBinary } from "./meilisearch-binary";
import { pickPort } from "./ports";
import { endProcess, isAlive, processesIn, type Insistence } from "./processes";
import type { Service } from "./service";
import { ServiceFailure } from "./service-failure";
import type { ServiceSettings } from "./settings";
import { saveState, type ServiceState } from "./state-file";

const logName = "meilisearch.log";
/**
 * Left alone, the allocator takes memory in huge pages and keeps what is freed, and indexing copies every page of the index that it
 * writes: measured over 20,000 records, 630 MiB beside the index instead of 240. Only Linux writes into a mapped file that grows.
 */
const frugality: Readonly<Record<string, string>> = {
  MIMALLOC_ALLOW_LARGE_OS_PAGES: "0",
  MIMALLOC_ARENA_EAGER_COMMIT: "0",
  MIMALLOC_ARENA_PURGE_MULT: "1",
  MIMALLOC_PURGE_DELAY: "0",
  MIMALLOC_ABANDONED_PAGE_PURGE: "1",
  ...(process.platform === "linux" ? { MEILI_EXPERIMENTAL_REDUCE_INDEXING_MEMORY_USAGE: "true" } : {}),
};
const gently: Insistence = [
  ["SIGTERM", 10_000],
  ["SIGKILL", 1_000],
];

/**
 * Starts the embedded Meilisearch of a data folder, or takes over the one that an earlier, killed process left running.
 * Its data belongs to one version of Meilisearch; data of another version is moved aside, since the index is always rebuilt
 * from the database. Returns why there is none when no program was found, or when it does not come up.
 */
export async function startMeilisearch(
  folder: DataFolder,
  settings: ServiceSettings,
  state: ServiceState,
): Promise<Service | { missing: string }> {
  const found = await adoptable(folder, state);
  if (found) return service(found, state, true);

  const binary = await meilisearchBinary(folder, settings, state);
  if ("missing" in binary) return binary;
  try {
    await setAsideOtherVersion(folder, binary.file);
    return service(await launch(folder, binary.file, settings, state), state, false);
  } catch (error) {
    if (error instanceof ServiceFailure) return { missing: error.message };
    throw error;
  }
}

function service(pid: number, state: ServiceState, adopted: boolean): Service {
  return {
    url: `http://127.0.0.1:${state.meiliPort}`,
    pid,
    adopted,
    async stop() {
      await endProcess(pid, gently);
    },
  };
}

async function launch(
  folder: DataFolder,
  program: string,
  settings: ServiceSettings,
  state: ServiceState,
): Promise<number> {
  const home = serviceFolder(folder, "meilisearch");
  // Uploads that a killed server was reading lie here and would never be removed.
  rmSync(join(home, "tmp"), { recursive: true, force: true });
  const temporary = serviceFolder(folder, "meilisearch/tmp");
  const port = await pickPort([state.meiliPort, 7709]);
  const log = openLog(folder.path, logName);
  const child = spawn(program, [], {
    ...(folder.user ? { uid: folder.user.uid, gid: folder.user.gid } : {}),
    cwd: home,
    stdio: ["ignore", log, log],
    detached: true,
    env: {
      // Not ours whole: it holds secrets that are none of this program's business.
      NODE_ENV: process.env.NODE_ENV,
      PATH: process.env["PATH"],
      HOME: home,
      TMPDIR: temporary,
      MEILI_ENV: "production",
      MEILI_NO_ANALYTICS: "true",
      MEILI_LOG_LEVEL: "WARN",
      MEILI_HTTP_ADDR: `127.0.0.1:${port}`,
      MEILI_MASTER_KEY: state.meiliKey,
      MEILI_DB_PATH: join(home, "data.ms"),
      MEILI_DUMP_DIR: join(home, "dumps"),
      MEILI_SNAPSHOT_DIR: join(home, "snapshots"),
      ...frugality,
      MEILI_MAX_INDEXING_MEMORY: settings.indexing.memory,
      MEILI_MAX_INDEXING_THREADS: settings.indexing.threads,
    },
  });
  closeSync(log);
  let ended: string | null = null;
  child.once("exit", (code, signal) => (ended = `ended with ${signal ?? code}`));
  child.once("error", (error) => (ended = `could not be started: ${error.message}`));

  const pid = child.pid ?? 0;
  state.meiliPort = port;
  state.meiliPid = pid;
  saveState(folder.path, state);
  const deadline = Date.now() + 60_000;
  while (!(await answers(port, state.meiliKey))) {
    if (ended === null && Date.now() > deadline) {
      await endProcess(pid, gently);
      ended = "was not ready after a minute";
    }
    if (ended !== null) throw new ServiceFailure(`Meilisearch ${ended}\n${endOfLog(folder.path, logName)}`);
    await sleep(20);
  }
  return pid;
}

/** Only a server with our data answers to our key, so this also tells it from a stranger on the same port. */
async function answers(port: number, key: string): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/version`, {
      headers: { authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(2_000),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** The process of a Meilisearch that serves this folder already. One that is there but silent is ended: two must never share data. */
async function adoptable(folder: DataFolder, state: ServiceState): Promise<number | null> {
  const home = serviceFolder(folder, "meilisearch");
  const known = process.platform === "linux" ? [] : [state.meiliPid ?? 0];
  const running = [...processesIn(home), ...known].filter((pid) => pid > 0 && isAlive(pid));
  const [pid] = running;
  if (pid === undefined) return null;
  const isOurs = await answers(state.meiliPort, state.meiliKey);
  if (isOurs) return pid;
  // Off Linux the number may have gone to a stranger's process since, and is left alone.
  if (process.platform === "linux") for (const silent of running) await endProcess(silent, gently);
  return null;
}

async function setAsideOtherVersion(folder: DataFolder, program: string): Promise<void> {
  const home = serviceFolder(folder, "meilisearch");
  const versionFile = join(home, "data.ms", "VERSION");
  if (!existsSync(versionFile)) return;
  const dataVersion = readFileSync(versionFile, "utf8").trim();
  const { stdout } = await promisify(execFile)(program, ["--version"]);
  if (stdout.trim().endsWith(` ${dataVersion}`)) return;
  const aside = join(folder.path, `meilisearch-data-${dataVersion.replaceAll(/[^\w.]/g, "")}`);
  rmSync(aside, { recursive: true, force: true });
  renameSync(join(home, "data.ms"), aside);
}
