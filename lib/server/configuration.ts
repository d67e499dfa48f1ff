import { z } from "zod";

const megabytes = (fallback: number) =>
  z.coerce
    .number()
    .positive()
    .default(fallback)
    .transform((size) => size * 2 ** 20);

const variables = z.object({
  DATABASE_URL: z.string().optional(),
  NEXTAUTH_URL: z.url().optional(),
  PAGE_CACHE_MB: megabytes(64),
  MAX_BODY_MB: megabytes(4),
  MAX_UPLOAD_MB: megabytes(2048),
  SEARCHES_PER_MINUTE: z.coerce.number().min(0).default(600),
  TRUST_PROXY: z.stringbool().default(false),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("warn"),
});

/** What the server reads from the environment; sizes are in bytes. Throws a readable `ZodError` for values that make no sense. */
export function serverConfiguration() {
  const read = variables.parse(process.env);
  return {
    databaseUrl: read.DATABASE_URL ?? null,
    publicUrl: read.NEXTAUTH_URL === undefined ? null : new URL(read.NEXTAUTH_URL),
    pageCacheBytes: read.PAGE_CACHE_MB,
    bodyLimit: read.MAX_BODY_MB,
    uploadLimit: read.MAX_UPLOAD_MB,
    searchesPerMinute: read.SEARCHES_PER_MINUTE,
    trustProxy: read.TRUST_PROXY,
    logLevel: read.LOG_LEVEL,
  };
}

export type ServerConfiguration = ReturnType<typeof serverConfiguration>;
