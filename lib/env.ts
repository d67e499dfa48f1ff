import { z } from "zod";

const environment = z.object({
  DATABASE_URL: z.url(),
  /** Connections of one process. */
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(6),
  /** Searches that one process works on at once, a quarter of them kept for curators, and how many may wait for their turn. */
  SEARCHES_AT_ONCE: z.coerce.number().int().min(2).max(200).default(8),
  SEARCHES_WAITING: z.coerce.number().int().min(0).max(10_000).default(200),
  /** Absent where no search engine is available: the archive then puts results in order without its say. */
  MEILI_URL: z.url().optional(),
  MEILI_KEY: z.string().optional(),
  /** Prefix of index names, so that several archives can share one engine. */
  MEILI_PREFIX: z
    .string()
    .regex(/^[a-z0-9_]*$/)
    .default("archive"),
  NEXTAUTH_SECRET: z.string().min(32),
  /** The address readers use; decides secure cookies and absolute links. */
  NEXTAUTH_URL: z.url().optional(),
  ARCHIVE_NAME: z.string().trim().min(1).default("Open History Archive"),
  /** Where uploaded and imported files lie, under their SHA-256. */
  ARCHIVE_FILES: z.string().default(".data/files"),
});

export type Environment = z.infer<typeof environment>;

let parsed: Environment | undefined;

/** The process's settings, checked once on first use so that a build needs no secrets. Throws a readable list of what is wrong. */
export function env(): Environment {
  if (parsed) return parsed;
  const result = environment.safeParse(process.env);
  if (!result.success) throw new Error(`Settings are missing or wrong:\n${z.prettifyError(result.error)}`);
  parsed = result.data;
  return parsed;
}

/**
 * The name readers see. Read by itself because the pages for "not found" and for failures are drawn during a build, where no other
 * setting is known.
 */
export const archiveName = (): string => environment.shape.ARCHIVE_NAME.parse(process.env.ARCHIVE_NAME);

/**
 * The address readers use, for permalinks and canonical addresses; the address of this machine where none is set. Read by itself for
 * the same reason.
 */
export const publicOrigin = (): URL =>
  new URL(
    environment.shape.NEXTAUTH_URL.parse(process.env.NEXTAUTH_URL) ??
      `http://127.0.0.1:${process.env.PORT ?? 3000}`,
  );
