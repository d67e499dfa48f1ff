import type { IncomingMessage, ServerResponse } from "node:http";
import { tooManySearches } from "./kept-routes";
import type { PageStore } from "./page-store";
import { sendPage } from "./send-page";

type Means = {
  /** Null where no page was asked for: the answer is then in words, or in JSON for those who asked for that. */
  readonly store: PageStore | null;
  readonly headers: Readonly<Record<string, string>>;
};

/** Answers a search of somebody who has searched too much lately (429; RFC 6585, 4), and says how long to wait. */
export async function answerTooMany(
  { store, headers }: Means,
  request: IncomingMessage,
  response: ServerResponse,
  waitSeconds: number,
): Promise<void> {
  const own = { "Retry-After": String(waitSeconds), "Cache-Control": "no-store" };
  if (store) {
    const page = store.find(tooManySearches) ?? (await store.make(tooManySearches));
    sendPage({ ...page, status: 429, headers: { ...page.headers, ...own } }, request, response);
    return;
  }
  const message = `Too many searches came from your address. Please try again in ${waitSeconds} seconds.`;
  const isJson = /^\/search\/suggest|[?&]format=json/i.test(request.url ?? "");
  const body = isJson
    ? JSON.stringify({ status: "limited", message, retryAfter: waitSeconds })
    : `${message}\n`;
  response.writeHead(429, {
    ...headers,
    ...own,
    "Content-Type": isJson ? "application/json" : "text/plain; charset=utf-8",
    "Content-Security-Policy": "default-src 'none'",
    "Access-Control-Allow-Origin": "*",
    "X-Robots-Tag": "noindex",
    "Content-Length": Buffer.byteLength(body),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
