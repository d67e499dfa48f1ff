import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ServiceFailure } from "./service-failure";

const token = (bytes: number) => randomBytes(bytes).toString("base64url");

const stateSchema = z.object({
  postgresPassword: z.string().default(() => token(18)),
  meiliKey: z.string().default(() => token(24)),
  nextAuthSecret: z.string().default(() => token(32)),
  /** Next wants exactly 32 bytes, in plain base64. */
  serverActionsKey: z.string().default(() => randomBytes(32).toString("base64")),
  postgresPort: z.number().default(54329),
  meiliPort: z.number().default(7709),
  meiliPid: z.number().optional(),
  /** The Meilisearch file that was last hashed and found right, so that it is not hashed again while unchanged. */
  checkedBinary: z.object({ path: z.string(), size: z.number(), mtimeMs: z.number() }).optional(),
});

/** What one data folder remembers between starts: generated secrets, ports, the Meilisearch process. */
export type ServiceState = z.infer<typeof stateSchema>;

const fileIn = (dataFolder: string) => join(dataFolder, "services.json");

/**
 * Reads the state of a data folder, makes up what is missing and writes it back, so that a secret never changes once used.
 * Throws a `ServiceFailure` when the file is there but cannot be read or understood: inventing a new password for an
 * existing database would lock its owner out.
 */
export function openState(dataFolder: string): ServiceState {
  const file = fileIn(dataFolder);
  let text = "{}";
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT"))
      throw new ServiceFailure(
        `${file} cannot be read: it belongs to another user. Start the archive as that user, or choose another folder with ARCHIVE_DATA.`,
      );
  }
  const state = parseState(text);
  if (!state)
    throw new ServiceFailure(
      `${file} is damaged. It holds the password of the database beside it: restore it from a backup, or move the whole folder away to begin anew.`,
    );
  saveState(dataFolder, state);
  return state;
}

/** The state that a text describes, with fresh values for what it lacks; `null` when it is not a state at all. */
export function parseState(text: string): ServiceState | null {
  try {
    return stateSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Replaces the state file in one step, readable by its owner only. */
export function saveState(dataFolder: string, state: ServiceState): void {
  const file = fileIn(dataFolder);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}
