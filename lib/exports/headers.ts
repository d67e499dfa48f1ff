import { busySeconds } from "@/lib/search/gate";

/** Headers of everything that a search answers to programs, whatever it is. */
export const machineHeaders = {
  // Programs and other people's pages may read it as well, and see what is said of it.
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "Content-Disposition, ETag, Last-Modified, Link, Retry-After, X-Total-Count",
  // Files repeat what pages say: search engines should lead to the pages.
  "x-robots-tag": "noindex",
  "x-content-type-options": "nosniff",
  "content-security-policy": "sandbox; default-src 'none'",
} as const;

/** A refusal in words. */
export const inWords = (
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  new Response(`${message}\n`, {
    status,
    headers: {
      ...machineHeaders,
      ...headers,
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
    },
  });

/** The answer where a search took too long or too much is going on. */
export const busy = (): Response =>
  inWords(
    503,
    "The archive is answering more slowly than usual. Please try again in a moment, or ask for something narrower.",
    { "retry-after": String(busySeconds) },
  );

/** What another site's page may ask of an answer to programs: to read it, on conditions. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      allow: "GET, HEAD, OPTIONS",
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, HEAD",
      "access-control-allow-headers": "If-None-Match",
      "access-control-max-age": "86400",
    },
  });
