import type { NextConfig } from "next";

const config: NextConfig = {
  typedRoutes: true,
  agentRules: false,
  poweredByHeader: false,
  cacheComponents: true,
  partialPrefetching: false,
  // Whole pages are kept by our own server, which knows what they were made from; Next keeps nothing besides.
  cacheMaxMemorySize: 0,
  experimental: { isrFlushToDisk: false, serverActions: { bodySizeLimit: "4mb" } },
  serverExternalPackages: ["postgres", "@node-rs/argon2", "pino"],
};

export default config;
