import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What a build is made from; tests, seeds and documents do not change it. */
export const buildSources = [
  "app",
  "lib",
  "db",
  "next.config.ts",
  "package-lock.json",
  "tsconfig.json",
] as const;

/**
 * A hash of names and contents of all files below the given paths, the same on every machine.
 * Paths that do not exist are left out; so are files and folders whose name begins with a dot.
 */
export function fingerprint(root: string, sources: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((source) => filesBelow(root, source)).toSorted()) {
    const content = readFileSync(join(root, file));
    // The length keeps the end of one file from passing for the beginning of the next.
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** Paths relative to the root, with forward slashes. */
function filesBelow(root: string, path: string): string[] {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  return readdirSync(join(root, path))
    .filter((name) => !name.startsWith("."))
    .flatMap((name) => filesBelow(root, `${path}/${name}`));
}
