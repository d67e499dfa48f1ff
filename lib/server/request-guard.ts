import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/** A request that is answered here and goes no further. */
export interface Refusal {
  status: 400 | 403 | 405 | 408 | 413 | 414;
  message: string;
}

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const readingMethods = new Set(["GET", "HEAD", "OPTIONS"]);
const longestAddress = 8_192;

/**
 * Why a request must not reach the application, or null. `bodyLimit` is the largest declared body in bytes; `publicUrl` is the
 * address under which readers know the archive, when that is configured.
 */
export function refusalOf(
  request: IncomingMessage,
  bodyLimit: number,
  publicUrl: URL | null,
): Refusal | null {
  const { method = "", url = "", headers } = request;
  if (!methods.has(method)) return { status: 405, message: `The method ${method} is not offered here.` };
  if (url.length > longestAddress) return { status: 414, message: "This address is too long." };
  if (!isReadable(url)) return { status: 400, message: "This address is not written correctly." };
  if (Number(headers["content-length"] ?? 0) > bodyLimit) return bodyTooLarge(bodyLimit);
  if (!readingMethods.has(method) && !isFromHere(headers, publicUrl)) {
    return { status: 403, message: "This request came from another site and was refused." };
  }
  return null;
}

/** Where curators send files; nothing else may be larger than a form. */
const uploadPath = /^\/admin\/records\/\d+\/files\/upload$/;

type BodyBounds = {
  readonly bytes: number;
  /** Milliseconds for the whole body; null where it may go on as long as it does not pause. */
  readonly totalMs: number | null;
};

/** How large the body of a request may be, in bytes, and how long it may take to arrive; uploads may take their time. */
export function boundsOf(
  request: IncomingMessage,
  limits: { bodyLimit: number; uploadLimit: number },
): BodyBounds {
  const path = request.url?.split("?", 1)[0] ?? "";
  return request.method === "POST" && uploadPath.test(path)
    ? { bytes: limits.uploadLimit, totalMs: null }
    : { bytes: limits.bodyLimit, totalMs: bodyLimitMs };
}

/** How long a form may take to arrive, and how long an upload may say nothing. */
const bodyLimitMs = 60_000;

/** The refusal of a body that does not arrive. */
const bodyTooSlow: Refusal = {
  status: 408,
  message: "What was sent did not arrive in time. Please send it again.",
};

/** The refusal of a body above the limit, in words a person can act on. */
function bodyTooLarge(bodyLimit: number): Refusal {
  const megabytes = Math.floor((bodyLimit / 2 ** 20) * 10) / 10;
  return {
    status: 413,
    message: `What was sent is too large; at most ${megabytes} MB are accepted at once.`,
  };
}

function isReadable(url: string): boolean {
  if (!url.startsWith("/")) return false;
  try {
    const path = decodeURIComponent(url.split("?", 1)[0] ?? "");
    // No text of ours holds a NUL, and neither PostgreSQL nor a header can.
    return !/[\0\r\n\\]/.test(path) && !/%00|\0/.test(url);
  } catch {
    return false;
  }
}

/**
 * Whether a request that changes something was sent by a page of ours.
 *
 * Browsers send `Origin` with every such request, and most send `Sec-Fetch-Site` as well (Fetch Metadata). A request with neither
 * comes from a program; it is let through only without cookies, because then it cannot act in a signed-in person's name.
 */
function isFromHere(headers: IncomingHttpHeaders, publicUrl: URL | null): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  if (headers.origin !== undefined) return isOwnOrigin(headers.origin, headers.host, publicUrl);
  return site !== undefined || headers.cookie === undefined;
}

function isOwnOrigin(origin: string, host: string | undefined, publicUrl: URL | null): boolean {
  if (!URL.canParse(origin)) return false;
  if (origin === publicUrl?.origin) return true;
  const sender = new URL(origin).host;
  // Under its public name the archive has one scheme: a page fetched without TLS is not one of ours when ours use it.
  return sender === host && sender !== publicUrl?.host;
}

/** Headers by which Next, or a proxy in front, speaks to itself; from outside they are lies. */
const internal =
  /^(?:x-middleware-|x-nextjs-|x-next-|x-invoke-|x-now-|x-prerender-|next-resume$|x-matched-path$|content-security-policy)/;
const forwarded = /^(?:forwarded$|x-forwarded-|x-real-ip$)/;

/**
 * Removes what a reader may not tell the application. Forwarding headers are believed only behind a proxy that is declared
 * (`trustProxy`), and then only its own, last word on the sender's address.
 */
export function cleanHeaders(headers: IncomingHttpHeaders, trustProxy: boolean): void {
  const sender = trustProxy ? forwardedSender(headers) : undefined;
  for (const name of Object.keys(headers)) {
    if (internal.test(name) || forwarded.test(name)) delete headers[name];
  }
  if (sender) headers["x-forwarded-for"] = sender;
  // The origin was compared above, with more care than Next takes; Next compares it with this.
  if (headers.origin !== undefined && URL.canParse(headers.origin)) {
    headers["x-forwarded-host"] = new URL(headers.origin).host;
  }
}

const forwardedSender = (headers: IncomingHttpHeaders): string | undefined =>
  headers["x-forwarded-for"]?.toString().split(",").at(-1)?.trim();

/** The address that a request comes from: the other end of the line or, behind a declared proxy, what the proxy says. */
export const senderOf = ({ headers, socket }: IncomingMessage, trustProxy: boolean): string =>
  (trustProxy ? forwardedSender(headers) : undefined) || (socket.remoteAddress ?? "");

/** The path with runs of slashes written as one, so that `//document/x` is the page and not a redirect. */
export function collapseSlashes(url: string): string {
  const [path = "", ...query] = url.split("?");
  return [path.replaceAll(/\/{2,}/g, "/"), ...query].join("?");
}

/** Ends the request through `refuse` when more arrives than `bounds` allow, whatever was declared, or when it does not arrive in time. */
export function boundBody(
  request: IncomingMessage,
  bounds: BodyBounds,
  refuse: (refusal: Refusal) => void,
): void {
  let received = 0;
  const late = setTimeout(() => {
    if (!request.complete) refuse(bodyTooSlow);
  }, bounds.totalMs ?? bodyLimitMs).unref();
  request.once("close", () => clearTimeout(late));
  const push = request.push.bind(request);
  // Node's parser hands over the body through `push`; counting here leaves the stream untouched for whoever reads it.
  request.push = (chunk: unknown, encoding?: BufferEncoding) => {
    received += chunk instanceof Uint8Array ? chunk.length : 0;
    if (bounds.totalMs === null) late.refresh();
    if (received <= bounds.bytes) return push(chunk, encoding);
    refuse(bodyTooLarge(bounds.bytes));
    return false;
  };
}
