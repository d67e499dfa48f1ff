import { createHash } from "node:crypto";
import { accessSync, chmodSync, constants, lchownSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { canReach, serviceUser, type SystemUser } from "./run-as";
import { ServiceFailure } from "./service-failure";
import type { ServiceSettings } from "./settings";

/** Where the services keep their data, and the user they run as (`null`: ours). */
export type DataFolder = { path: string; user: SystemUser | null };

const sharedHome = "/var/lib/open-history-archive";

/**
 * Chooses and creates the data folder. When we are root and the services' user cannot reach the folder asked for (a project
 * below /root, which is closed to everybody else), a folder of its own under /var/lib takes its place, always the same one.
 * Throws a `ServiceFailure` when the folder cannot be used.
 */
export function openDataFolder(settings: ServiceSettings): DataFolder {
  const wanted = settings.dataFolder;
  const user = serviceUser(join(wanted, "postgres"), settings.runAs);
  const elsewhere = join(sharedHome, createHash("sha256").update(wanted).digest("hex").slice(0, 12));
  const path = user && !canReach(user, join(wanted, "..")) ? elsewhere : wanted;
  try {
    if (path === elsewhere) mkdirSync(sharedHome, { recursive: true, mode: 0o755 });
    mkdirSync(path, { recursive: true, mode: 0o700 });
    // Root's services run as another user, who passes through this folder to his own without reading it.
    if (user) chmodSync(path, 0o711);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new ServiceFailure(
      `The data folder ${path} cannot be used (${error instanceof Error ? error.message : String(error)}). Choose another with ARCHIVE_DATA.`,
    );
  }
  return { path, user: path === elsewhere ? serviceUser(join(path, "postgres"), settings.runAs) : user };
}

/** Makes a folder of the services' user inside the data folder, and returns its path. */
export function serviceFolder({ path, user }: DataFolder, name: string): string {
  const folder = join(path, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user && statSync(folder).uid !== user.uid) giveTo(user, folder);
  return folder;
}

function giveTo(user: SystemUser, folder: string): void {
  lchownSync(folder, user.uid, user.gid);
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }))
    lchownSync(join(folder, name), user.uid, user.gid);
}
