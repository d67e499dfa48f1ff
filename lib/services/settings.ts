import { resolve } from "node:path";
import { z } from "zod";
import { ServiceFailure } from "./service-failure";

const blankToUndefined = (text: unknown) => (text === "" ? undefined : text);
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(blankToUndefined, schema.optional());

const environment = z.object({
  ARCHIVE_DATA: optional(z.string()),
  ARCHIVE_RUN_AS: optional(z.string()),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  MEILI_URL: optional(z.url({ protocol: /^https?$/ })),
  MEILI_KEY: optional(z.string()),
  MEILI_BIN: optional(z.string()),
  MEILI_MAX_INDEXING_MEMORY: optional(z.string()),
  MEILI_MAX_INDEXING_THREADS: optional(z.string()),
  PG_BIN: optional(z.string()),
});

/** What the environment says about the two services; `null` stands for "the embedded one" or "not given". */
export type ServiceSettings = {
  /** Folder asked for; the folder used may differ, see `openDataFolder`. */
  dataFolder: string;
  /** System user that runs the services when we are root. */
  runAs: string | null;
  databaseUrl: string | null;
  meili: { url: string; key: string } | null;
  /** Folder with `postgres` and `initdb`, instead of the npm package. */
  postgresBin: string | null;
  /** A Meilisearch executable, instead of the npm package. */
  meiliBin: string | null;
  indexing: { memory: string; threads: string };
};

/**
 * Reads the settings of the services from the environment.
 * Throws a `ServiceFailure` naming every variable that cannot be understood.
 */
export function serviceSettings(env: NodeJS.Dict<string> = process.env): ServiceSettings {
  const read = environment.safeParse(env);
  if (!read.success) {
    const names = read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new ServiceFailure(`The environment is not right.\n  ${names.join("\n  ")}`);
  }
  const given = read.data;
  return {
    dataFolder: resolve(given.ARCHIVE_DATA ?? ".data"),
    runAs: given.ARCHIVE_RUN_AS ?? null,
    databaseUrl: given.DATABASE_URL ?? null,
    meili: given.MEILI_URL ? { url: given.MEILI_URL, key: given.MEILI_KEY ?? "" } : null,
    postgresBin: given.PG_BIN ?? null,
    meiliBin: given.MEILI_BIN ?? null,
    indexing: {
      memory: given.MEILI_MAX_INDEXING_MEMORY ?? "96 MiB",
      threads: given.MEILI_MAX_INDEXING_THREADS ?? "2",
    },
  };
}
