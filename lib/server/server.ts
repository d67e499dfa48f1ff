import { createServer } from "node:http";
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import next from "next";
import { pino } from "pino";
import { isSignedIn } from "@/lib/auth/signed-in";
import { listenForTags } from "@/lib/cache/tag-listener";
import { answerWith } from "./answer";
import type { Handle } from "./answer";
import { captureAnswer } from "./captured-response";
import { serverConfiguration } from "./configuration";
import { PageStore } from "./page-store";
import type { RenderPage } from "./page-store";
import { SearchLimits } from "./search-limits";
import { commonHeaders, contentSecurityPolicy } from "./security-headers";

/** Something that works beside the requests, from the server's start to its end. */
interface Worker {
  start(): void;
  stop(): Promise<void>;
}

interface ServerOptions {
  host: string;
  /** 0 for any free port. */
  port: number;
  dev: boolean;
  workers?: readonly Worker[];
}

/** A server that answers; `close` finishes what is under way, ends the workers and resolves when all is closed. */
interface RunningServer {
  /** The address it listens on, without a slash at the end. */
  url: string;
  close(): Promise<void>;
}

const renderLimitMs = 30_000;
const closeLimitMs = 10_000;

/**
 * Starts the archive's web server: one `node:http` server that guards every request, answers public pages from memory and leaves
 * the rest to Next. Expects the build in `.next` unless `dev`. Throws when the port is taken or the environment makes no sense.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, dev, workers = [] } = options;
  const configuration = serverConfiguration();
  const log = pino({ level: configuration.logLevel });
  const headers = commonHeaders(configuration.publicUrl);

  const server = createServer({
    maxHeaderSize: 16 * 1024,
    headersTimeout: 10_000,
    // A form has a minute for its body and an upload as long as it goes on: see `boundBody`.
    requestTimeout: 0,
    keepAliveTimeout: 30_000,
  });
  let answer: RequestListener = answerStarting;
  server.on("request", (request, response) => answer(request, response));
  // Listening comes first, because Next must be told the port: it addresses itself by it, never by a request's Host.
  const listensOn = await listen(server, host, port);
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${listensOn}`;

  const app = next({ dev, hostname: host, port: listensOn, httpServer: server });
  await app.prepare();
  const handle: Handle = app.getRequestHandler();
  const ownHost = configuration.publicUrl?.host ?? new URL(url).host;
  const store = dev ? null : new PageStore(configuration.pageCacheBytes, renderer(handle, ownHost), headers);
  const listener =
    configuration.databaseUrl === null || dev ? null : listenForTags(configuration.databaseUrl);
  const limits = new SearchLimits({ ...configuration, isSignedIn });
  answer = answerWith({ handle, store, headers, configuration, limits, dev, log });
  for (const worker of workers) worker.start();

  return {
    url,
    async close() {
      await Promise.all(workers.map((worker) => worker.stop()));
      await closeServer(server);
      await listener?.close();
      await app.close();
    },
  };
}

function renderer(handle: Handle, host: string): RenderPage {
  return (address, nonce) =>
    captureAnswer(
      handle,
      address,
      {
        host,
        accept: "text/html",
        // Next sends the head in parts to whoever does not say who they are.
        "user-agent": "open-history-archive",
        "content-security-policy": contentSecurityPolicy([`'nonce-${nonce}'`], false),
      },
      renderLimitMs,
    );
}

function answerStarting(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "1" });
  response.end("The archive is starting. Please try again in a moment.\n");
}

/** Resolves with the port it listens on. */
async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

/** Takes no new requests, lets those under way finish for ten seconds, then cuts them off. */
async function closeServer(server: Server): Promise<void> {
  const finished = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await Promise.race([finished, sleep(closeLimitMs, undefined, { ref: false })]);
  server.closeAllConnections();
}
