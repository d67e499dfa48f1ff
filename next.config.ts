import type { NextConfig } from "next";

const config: NextConfig = {
  typedRoutes: true,
  agentRules: false,
  poweredByHeader: false,
  // Titles and descriptions stand in the head of a page from the first: what comes late needs a script to put it in its place.
  htmlLimitedBots: /.*/,
  // Whole pages are kept by our own server, which knows what they were made from; Next makes each anew and keeps nothing.
  cacheComponents: false,
  cacheMaxMemorySize: 0,
  experimental: { isrFlushToDisk: false, serverActions: { bodySizeLimit: bodyLimit() } },
  // Before the rewriting below, and only for the address as it was asked for: a file has one address.
  redirects: async () => [
    { source: "/document/:slug/format/:format", destination: "/document/:slug.:format", permanent: true },
    { source: "/search/format", destination: "/search", permanent: true },
  ],
  rewrites: async () => ({
    // A search as a file has the address of its page with the format; before the page itself is looked for.
    beforeFiles: [
      { source: "/search", has: [{ type: "query", key: "format" }], destination: "/search/format" },
    ],
    // A record as a file has the address of its page with an ending; slugs hold no dot.
    afterFiles: [
      { source: "/document/:slug([^/.]+).:format([a-z.]+)", destination: "/document/:slug/format/:format" },
    ],
    fallback: [],
  }),
  // "citeproc" is better left alone for its size and age.
  // "edtf" tells kinds of dates apart by the names of its classes, which a bundle shortens.
  serverExternalPackages: [
    "postgres",
    "@node-rs/argon2",
    "rate-limiter-flexible",
    "pino",
    "edtf",
    "citeproc",
    "pg-boss",
    "prom-client",
  ],
};

/** Next's own limit for form posts, kept at the server's, which answers first and in words. */
function bodyLimit(): `${number}mb` {
  const megabytes = Number(process.env["MAX_BODY_MB"] ?? 4);
  return `${Math.ceil(megabytes)}mb`;
}

export default config;
