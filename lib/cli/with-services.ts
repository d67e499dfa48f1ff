import { setTimeout as sleep } from "node:timers/promises";
import { claimFolder, holderOf, type Claim, type Holder } from "@/lib/services/claim";
import { waitUntil } from "@/lib/services/processes";
import {
  areServicesGiven,
  exportEnvironment,
  openServiceContext,
  startServices,
  type ServiceContext,
  type Services,
} from "@/lib/services/services";
import { serviceSettings } from "@/lib/services/settings";
import { CommandFailure } from "./command-failure";
import { say } from "./progress";

/** Services that this process started and answers for, and the claim on their data folder (none when both are given by address). */
export type OwnServices = { services: Services; claim: Claim | null; context: ServiceContext };

/** Commands that serve until they are told to stop; the others end by themselves and are worth waiting for. */
const lasting = new Set(["start", "dev", "test"]);

/**
 * Starts the services for a command that runs until it is stopped, and exports their addresses to the environment.
 * Throws a `CommandFailure` when another process already holds the data folder.
 */
export async function ownServices(command: string): Promise<OwnServices> {
  const context = openServiceContext(serviceSettings());
  const claim = areServicesGiven(context.settings) ? null : claimFolder(context.folder.path, command);
  if (claim && "holder" in claim) throw new CommandFailure(alreadyRunning(claim.holder, context));
  try {
    const services = await startServices(context, say);
    claim?.publish({ connections: { databaseUrl: services.databaseUrl, meili: services.meili } });
    exportEnvironment(services, context);
    return { services, claim, context };
  } catch (error) {
    claim?.release();
    throw error;
  }
}

/** Stops what `ownServices` started and gives the data folder free. */
export async function endServices({ services, claim }: OwnServices): Promise<void> {
  await services.stop();
  claim?.release();
}

/**
 * Runs a short command with the services at hand: those of a running archive when there is one, else its own, which stop
 * afterwards, also on Ctrl-C. The work finds them in the environment, as the web server does.
 */
export async function withServices<Result>(command: string, work: () => Promise<Result>): Promise<Result> {
  const context = openServiceContext(serviceSettings());
  const folder = context.folder.path;
  if (!areServicesGiven(context.settings)) {
    const holder = await lastingHolder(folder);
    if (holder) {
      await waitUntil(() => holderOf(folder)?.connections !== undefined || !holderOf(folder), 60_000);
      const connections = holderOf(folder)?.connections;
      if (!connections)
        throw new CommandFailure(`${alreadyRunning(holder, context)}\nIts services are not up.`);
      exportEnvironment(connections, context);
      return work();
    }
  }

  const own = await ownServices(command);
  const interrupt = () => void endServices(own).finally(() => process.exit(130));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, interrupt);
  try {
    return await work();
  } finally {
    await endServices(own);
  }
}

/** The running archive of a data folder, if any; waits for a short command that holds the folder to end. */
async function lastingHolder(folder: string): Promise<Holder | null> {
  let isWaiting = false;
  for (;;) {
    const holder = holderOf(folder);
    if (!holder || lasting.has(holder.command)) return holder;
    if (!isWaiting) say(`Waiting for npm run ${holder.command} (process ${holder.pid}) to end …`);
    isWaiting = true;
    await sleep(200);
  }
}

function alreadyRunning({ command, pid, address }: Holder, { folder }: ServiceContext): string {
  const place = address ? ` at ${address}` : "";
  return `The archive is already running${place} (npm run ${command}, process ${pid}) with the data in ${folder.path}.
Stop that process first, or run a second archive beside it with other values of ARCHIVE_DATA and PORT.`;
}
