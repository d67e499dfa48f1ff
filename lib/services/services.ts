import { join } from "node:path";
import postgres from "postgres";
import { openDataFolder, type DataFolder } from "./data-folder";
import { startMeilisearch } from "./meilisearch";
import { isPortFree } from "./ports";
import { startPostgres } from "./postgres";
import type { Service } from "./service";
import { ServiceFailure } from "./service-failure";
import type { ServiceSettings } from "./settings";
import { openState, type ServiceState } from "./state-file";
import { supervise } from "./supervisor";

/** How the rest of the archive reaches its services. `meili: null` means search without the engine's say. */
export type Connections = {
  databaseUrl: string;
  meili: { url: string; key: string } | null;
};

/** The services of one data folder, started or found. */
export type Services = Connections & {
  /** Why there is no Meilisearch; `null` when there is one. */
  meiliMissing: string | null;
  /** Names of the services that were found running, left by a killed process. */
  adopted: string[];
  /** Starts a service again whenever it dies, until `stop`. */
  keepRunning(): void;
  /** Stops what runs on this machine for this folder; services given by address are left alone. */
  stop(): Promise<void>;
};

/** Everything `startServices` needs, read once: what was asked for, where the data is, what it remembers. */
export type ServiceContext = { settings: ServiceSettings; folder: DataFolder; state: ServiceState };

/** Opens the data folder that the settings ask for. Throws a `ServiceFailure` when it cannot be used. */
export function openServiceContext(settings: ServiceSettings): ServiceContext {
  const folder = openDataFolder(settings);
  return { settings, folder, state: openState(folder.path) };
}

/** Whether both services are given by address, so that nothing runs on this machine and no data folder needs holding. */
export const areServicesGiven = ({ databaseUrl, meili }: ServiceSettings) =>
  databaseUrl !== null && meili !== null;

/**
 * Brings both services up: each is the one given by address (DATABASE_URL, MEILI_URL), else the embedded one of the folder,
 * which the caller must hold (`claimFolder`). Without a Meilisearch it goes on, saying why in `meiliMissing`.
 * Throws a `ServiceFailure` when there is no database; nothing is left running then.
 */
export async function startServices(
  context: ServiceContext,
  report: (line: string) => void,
): Promise<Services> {
  const { settings, folder, state } = context;
  const beginPostgres = () => startPostgres(folder, settings, state);
  const beginMeilisearch = () => startMeilisearch(folder, settings, state);

  const [database, search] = await Promise.allSettled([
    settings.databaseUrl ? probeDatabase(settings.databaseUrl) : beginPostgres(),
    settings.meili ? null : beginMeilisearch(),
  ]);
  if (database.status === "rejected" || search.status === "rejected") {
    if (database.status === "fulfilled") await database.value?.stop();
    if (search.status === "fulfilled" && search.value && "stop" in search.value) await search.value.stop();
    throw database.status === "rejected" ? database.reason : search.status === "rejected" && search.reason;
  }

  const pg = database.value;
  const meili = search.value && "pid" in search.value ? search.value : null;
  const running: [string, Service, () => Promise<Service | { missing: string }>][] = [];
  if (pg) running.push(["PostgreSQL", pg, beginPostgres]);
  if (meili) running.push(["Meilisearch", meili, beginMeilisearch]);
  let stops = running.map(
    ([, service]) =>
      () =>
        service.stop(),
  );
  return {
    databaseUrl: pg?.url ?? settings.databaseUrl ?? "",
    meili: settings.meili ?? (meili && { url: meili.url, key: state.meiliKey }),
    meiliMissing: search.value && "missing" in search.value ? search.value.missing : null,
    adopted: running.filter(([, service]) => service.adopted).map(([name]) => name),
    keepRunning() {
      stops = running.map(([name, service, begin]) =>
        supervise(name, service, () => beginInPlace(service.url, begin), report),
      );
    },
    async stop() {
      await Promise.all(stops.map((stop) => stop()));
    },
  };
}

/** Begins a service at the address that everybody was told, or not at all. */
async function beginInPlace(
  url: string,
  begin: () => Promise<Service | { missing: string }>,
): Promise<Service | { missing: string }> {
  const port = Number(new URL(url).port);
  if (await isPortFree(port)) return begin();
  return { missing: `another program took its port ${port}` };
}

/** Resolves to `null` when the database answers; throws a `ServiceFailure` that does not show the password otherwise. */
async function probeDatabase(url: string): Promise<null> {
  const sql = postgres(url, { max: 1, connect_timeout: 10 });
  try {
    await sql`select 1`;
    return null;
  } catch (error) {
    const { host } = new URL(url);
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new ServiceFailure(`The database of DATABASE_URL (${host}) does not answer: ${reason}`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Writes the connections and the generated secrets to the environment, where the web server and every command read them. */
export function exportEnvironment(connections: Connections, { state, folder }: ServiceContext): void {
  process.env["DATABASE_URL"] = connections.databaseUrl;
  if (connections.meili) {
    process.env["MEILI_URL"] = connections.meili.url;
    process.env["MEILI_KEY"] = connections.meili.key;
  }
  process.env["ARCHIVE_FILES"] ||= join(folder.path, "files");
  process.env["NEXTAUTH_SECRET"] ||= state.nextAuthSecret;
  process.env["NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"] ||= state.serverActionsKey;
}
