import { watchBrowserModules } from "@/lib/browser/bundle";
import { createDerivativeWorker } from "@/lib/files/worker";
import { createSearchWarmer } from "@/lib/search/warming";
import { createIndexWorker } from "@/lib/search/worker";
import { startServer } from "@/lib/server/server";
import { isPortFree, pickPort } from "@/lib/services/ports";
import { ensureAdministrator, type FirstSignIn } from "./administrator";
import { ensureBuild } from "./build";
import { CommandFailure } from "./command-failure";
import { prepareData } from "./prepare";
import { say, secondsSince } from "./progress";
import { stopSignal, until } from "./stop-signal";
import { endServices, ownServices, type OwnServices } from "./with-services";

type Address = { host: string; port: number };
type Server = Awaited<ReturnType<typeof startServer>>;

/** The life of `npm start` and `npm run dev`: up, serving, down. Resolves to the exit code once everything has stopped. */
export async function serve({ dev }: { dev: boolean }): Promise<number> {
  const began = performance.now();
  const stopping = stopSignal();
  const address = await chooseAddress();
  const own = await ownServices(dev ? "dev" : "start");
  let server: Server | null = null;
  let endWatching: (() => Promise<void>) | null = null;
  try {
    tellAboutServices(own, began);
    const signIn = await unlessStopped(prepare(dev, stopping), stopping);
    if (stopping.aborted) return 0;

    process.env["NEXTAUTH_URL"] ||= urlOf(address);
    server = await startServer({
      ...address,
      dev,
      workers: [
        createIndexWorker(tellOnce("Indexing waits")),
        createDerivativeWorker(tellOnce("Thumbnails and tiles wait")),
        createSearchWarmer(tellOnce("The first search will have to wait")),
      ],
    });
    // Afterwards, because Next begins by emptying its folder.
    if (dev) endWatching = await watchBrowserModules(process.cwd());
    own.claim?.publish({ address: server.url });
    own.services.keepRunning();
    tellAboutServer(urlOf(address), signIn ?? null, began);
    await until(stopping);
    say("\nStopping …");
  } finally {
    // The application first, so that requests under way still have their database.
    await server?.close();
    await endWatching?.();
    await endServices(own);
  }
  say("Stopped.");
  return 0;
}

/** Says what goes wrong, but not again while it stays the same. */
function tellOnce(what: string): (error: unknown) => void {
  let last = "";
  return (error) => {
    const reason = error instanceof Error ? error.message : String(error);
    if (reason !== last) say(`${what}: ${reason}`);
    last = reason;
  };
}

async function prepare(dev: boolean, stopping: AbortSignal): Promise<FirstSignIn | null> {
  await prepareData();
  const signIn = await ensureAdministrator();
  if (!dev) await ensureBuild(process.cwd(), stopping);
  return signIn;
}

/** The result of the work, or `undefined` as soon as we are told to stop: what is half done is done again next time. */
async function unlessStopped<Result>(
  work: Promise<Result>,
  stopping: AbortSignal,
): Promise<Result | undefined> {
  try {
    return await Promise.race([work, until(stopping).then(() => undefined)]);
  } catch (error) {
    // Work that fails because its build was cancelled did not fail.
    if (stopping.aborted) return undefined;
    throw error;
  }
}

/** Reads HOST and PORT. Throws a `CommandFailure` when they make no sense or the port is taken. */
async function chooseAddress(): Promise<Address> {
  const host = process.env["HOST"] || "127.0.0.1";
  const wanted = process.env["PORT"] || "3000";
  const port = Number(wanted);
  if (!/^\d+$/.test(wanted) || port > 65_535)
    throw new CommandFailure(`PORT=${wanted} is not a port: give a number from 0 (any free one) to 65535.`);
  if (port === 0) return { host, port: await pickPort([], host) };
  if (await isPortFree(port, host)) return { host, port };
  throw new CommandFailure(
    `Port ${port} of ${host} cannot be listened on: another program has it, perhaps another archive.
Stop that program, or choose another port: PORT=${port + 1} npm start   (PORT=0 takes any free one)`,
  );
}

/** The address as a browser on this machine writes it; one that listens everywhere is reached by the loopback too. */
function urlOf({ host, port }: Address): string {
  const isEverywhere = host === "0.0.0.0" || host === "::";
  const name = isEverywhere ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function tellAboutServices({ services, context }: OwnServices, began: number): void {
  const again = services.adopted.length > 0 ? `; found running: ${services.adopted.join(", ")}` : "";
  say(`Services ready in ${secondsSince(began)} (data in ${context.folder.path}${again})`);
  if (services.meiliMissing)
    say(`Search finds all records, but puts them in order without Meilisearch: ${services.meiliMissing}.
Put meilisearch on PATH, or set MEILI_BIN or MEILI_URL, to have it in full.`);
}

function tellAboutServer(url: string, signIn: FirstSignIn | null, began: number): void {
  say(`Ready in ${secondsSince(began)}\n\n  The archive is at ${url}`);
  if (signIn) {
    const password = signIn.password
      ? `with the password ${signIn.password}\n  (shown this once; change it with: npm run user -- password ${signIn.email})`
      : "with the password from ARCHIVE_ADMIN_PASSWORD";
    say(`  Sign in at ${url}/signin as ${signIn.email}\n  ${password}`);
  }
  say("  Ctrl-C stops it.\n");
}
