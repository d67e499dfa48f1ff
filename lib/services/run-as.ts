import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { ServiceFailure } from "./service-failure";

/** An entry of the system's user list. */
export type SystemUser = { name: string; uid: number; gid: number };

function systemUsers(): SystemUser[] {
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((user) => user.name !== "" && user.uid > 0);
}

/**
 * The user who runs the services in root's place: PostgreSQL refuses to run as root, and needs a user that the system
 * knows by name. `null` when we are not root. A database that exists stays with its owner.
 * Throws a `ServiceFailure` when no such user exists.
 */
export function serviceUser(databaseFolder: string, wanted: string | null): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const users = systemUsers();
  const named = (name: string) => users.find((user) => user.name === name);
  const owner = statSync(databaseFolder, { throwIfNoEntry: false })?.uid;
  const found = owner
    ? users.find((user) => user.uid === owner)
    : wanted
      ? named(wanted)
      : (named("postgres") ?? named("nobody"));
  if (!found)
    throw new ServiceFailure(
      `PostgreSQL cannot run as root and no other user was found for it${wanted ? ` (ARCHIVE_RUN_AS=${wanted})` : ""}. Start the archive as an ordinary user, or set ARCHIVE_RUN_AS to the name of one.`,
    );
  return found;
}

/** Whether a user may pass through every folder from the root down to this path. Parts that do not exist yet count as passable. */
export function canReach(user: SystemUser, path: string): boolean {
  const folder = resolve(path);
  const parent = dirname(folder);
  if (parent !== folder && !canReach(user, parent)) return false;
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) return true;
  if (found.uid === user.uid) return (found.mode & 0o100) !== 0;
  if (found.gid === user.gid) return (found.mode & 0o010) !== 0;
  return (found.mode & 0o001) !== 0;
}
