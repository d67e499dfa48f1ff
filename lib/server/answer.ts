import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { emptyScope, inScope } from "@/lib/cache/render-scope";
import type { RenderScope } from "@/lib/cache/render-scope";
import type { ServerConfiguration } from "./configuration";
import { isMadeAnew, keptAddress } from "./kept-routes";
import type { PageStore } from "./page-store";
import { boundBody, boundsOf, cleanHeaders, collapseSlashes, refusalOf } from "./request-guard";
import type { Refusal } from "./request-guard";
import { searchCost } from "./search-limits";
import type { SearchLimits, Turn } from "./search-limits";
import { contentSecurityPolicy, freshNonce } from "./security-headers";
import { sendPage } from "./send-page";
import { answerTooMany } from "./too-many";

/** What answers a request that no kept page answers. */
export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface Parts {
  handle: Handle;
  /** Null in development, where every page is made anew. */
  store: PageStore | null;
  headers: Readonly<Record<string, string>>;
  configuration: ServerConfiguration;
  limits: SearchLimits;
  dev: boolean;
  log: Logger;
}

type Source = "kept" | "made" | "next" | "refused";

/** The listener that answers every request: guard, kept pages, then the application. */
export function answerWith(parts: Parts): RequestListener {
  return (request, response) => {
    const began = performance.now();
    const id = randomUUID();
    response.setHeader("X-Request-Id", id);
    let source: Source = "next";
    if (parts.log.isLevelEnabled("info")) {
      // Neither the query, which holds what people look for, nor their address is written down.
      const path = request.url?.split("?", 1)[0];
      response.once("close", () => {
        const ms = Math.round((performance.now() - began) * 10) / 10;
        parts.log.info(
          { id, method: request.method, path, status: response.statusCode, ms, source },
          "request",
        );
      });
    }
    answer(parts, request, response, (from) => (source = from)).catch((error: unknown) => {
      parts.log.error({ id, err: error }, "request failed");
      fail(parts, response);
    });
  };
}

async function answer(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  from: (source: Source) => void,
): Promise<void> {
  const { configuration, store } = parts;
  const refusal = refusalOf(request, boundsOf(request, configuration).bytes, configuration.publicUrl);
  if (refusal) {
    from("refused");
    refuse(parts, response, refusal);
    return;
  }
  request.url = collapseSlashes(request.url ?? "/");
  const page = store && publicPageOf(request);
  if (store && page?.isKept) {
    const kept = store.find(page.address);
    from(kept ? "kept" : "made");
    sendPage(kept ?? (await store.make(page.address)), request, response);
    return;
  }
  // Before anything is waited for: the first part of a body may be here already.
  bound(parts, request, response);
  const { isForCurator, waitSeconds } = await turnOf(parts.limits, request);
  if (waitSeconds !== null) {
    from("refused");
    await answerTooMany({ store: page && store, headers: parts.headers }, request, response, waitSeconds);
  } else if (store && page) {
    from("made");
    sendPage(await store.make(page.address, { keep: false, isForCurator }), request, response);
  } else {
    await pass(parts, request, response, emptyScope(isForCurator));
  }
}

/** Keeps what the request brings within its bounds, refusing it in words where it goes beyond. */
function bound(parts: Parts, request: IncomingMessage, response: ServerResponse): void {
  boundBody(request, boundsOf(request, parts.configuration), (refusal) => {
    response.once("finish", () => request.destroy());
    refuse(parts, response, refusal);
  });
}

/** A request that is no search is nobody's in particular. */
const anybody: Turn = { isForCurator: false, waitSeconds: null };

async function turnOf(limits: SearchLimits, request: IncomingMessage): Promise<Turn> {
  const [path = "/", query = ""] = (request.url ?? "/").split("?", 2);
  const cost = searchCost(path, new URLSearchParams(query));
  return cost === 0 ? anybody : limits.turnOf(request, cost);
}

/** The public page that this request asks for, or null when the application must see the request itself. */
function publicPageOf(request: IncomingMessage): { address: string; isKept: boolean } | null {
  const { method, headers, url = "/" } = request;
  if (method !== "GET" && method !== "HEAD") return null;
  // The router of a page that is already open asks for data, not for a document.
  if (headers.rsc !== undefined || headers["next-action"] !== undefined) return null;
  const [path = "/", query = ""] = url.split("?", 2);
  const search = new URLSearchParams(query);
  if (isMadeAnew(path, search)) return { address: url, isKept: false };
  const address = keptAddress(path, search);
  return address === null ? null : { address, isKept: true };
}

/** Hands the request to the application, with a nonce for its scripts. */
async function pass(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  scope: RenderScope,
): Promise<void> {
  const { configuration, dev, handle, headers } = parts;
  const path = request.url?.split("?", 1)[0] ?? "/";
  cleanHeaders(request.headers, configuration.trustProxy);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (!path.startsWith("/_next/static/")) {
    const policy = contentSecurityPolicy([`'nonce-${freshNonce()}'`], dev);
    // Next reads the nonce for its own scripts from the policy that it finds on the request.
    request.headers["content-security-policy"] = policy;
    response.setHeader("Content-Security-Policy", policy);
  }
  settleHead(response, scope, /^\/(?:admin|signin|api)(?:\/|$)/.test(path));
  await inScope(scope, () => handle(request, response));
}

/** Puts what only rendering can tell, and what must not be kept anywhere, into the head when it is written. */
function settleHead(response: ServerResponse, scope: RenderScope, isPrivate: boolean): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (status: number, ...rest: never[]) => {
    if (isPrivate) response.setHeader("Cache-Control", "private, no-store");
    if (scope.retryAfterSeconds !== null) response.setHeader("Retry-After", scope.retryAfterSeconds);
    if (scope.bodyBytes !== null && [200, 206].includes(status) && !response.hasHeader("Content-Encoding"))
      response.setHeader("Content-Length", scope.bodyBytes);
    return writeHead(status === 200 ? (scope.status ?? status) : status, ...rest);
  };
}

function refuse(parts: Parts, response: ServerResponse, refusal: Refusal): void {
  if (response.headersSent) return;
  const body = `${refusal.message}\n`;
  response.writeHead(refusal.status, {
    ...parts.headers,
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Security-Policy": "default-src 'none'",
    "Cache-Control": "no-store",
    "Content-Length": Buffer.byteLength(body),
    // What is left of the body is not read.
    Connection: "close",
  });
  response.end(body);
}

function fail(parts: Parts, response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(500, {
    ...parts.headers,
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Security-Policy": "default-src 'none'",
    "Cache-Control": "no-store",
  });
  response.end("Something went wrong here. Please try again.\n");
}
