import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { StoredPage } from "./page-store";

/** Sends a finished page: 304 to those who have it, headers alone for HEAD, compressed to those who can read that. */
export function sendPage(page: StoredPage, request: IncomingMessage, response: ServerResponse): void {
  if (page.status === 200 && holds(request.headers["if-none-match"], page.etag)) {
    response.writeHead(304, notModifiedHeaders(page));
    response.end();
    return;
  }
  const compressed = acceptsGzip(request.headers["accept-encoding"]);
  const body = compressed ? (page.gzipped ?? gzipSync(page.body)) : page.body;
  response.writeHead(page.status, {
    ...page.headers,
    ...(compressed ? { "Content-Encoding": "gzip" } : {}),
    "Content-Length": body.length,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function notModifiedHeaders(page: StoredPage): Record<string, string> {
  const { "Content-Type": _type, ...headers } = page.headers;
  return headers;
}

/** Whether one of the listed validators is this one (RFC 9110, 13.1.2: weak comparison). */
function holds(validators: string | undefined, etag: string): boolean {
  if (validators === undefined) return false;
  const wanted = etag.replace(/^W\//, "");
  return validators.split(",").some((one) => {
    const validator = one.trim().replace(/^W\//, "");
    return validator === wanted || validator === "*";
  });
}

/** Whether gzip is listed without being refused (`gzip;q=0`; RFC 9110, 12.5.3). */
function acceptsGzip(encodings: string | undefined): boolean {
  return encodings !== undefined && /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(encodings);
}
