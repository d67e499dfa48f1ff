// @ts-check
// Plain JavaScript that needs nothing installed: it is what installs.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ version?: string, optional?: boolean, dev?: boolean, devOptional?: boolean }} LockedPackage */

/**
 * The packages that a lock file wants and node_modules lacks or holds in another version, told by npm's own record of what
 * it installed. Optional packages may be absent (they are for other platforms), and tools for development where they are not needed.
 * @param {Record<string, LockedPackage>} wanted  "packages" of package-lock.json
 * @param {Record<string, LockedPackage>} installed  "packages" of node_modules/.package-lock.json
 * @param {boolean} withDevelopment  whether tools for development are needed
 * @returns {string[]} their paths, such as node_modules/zod
 */
export function missingPackages(wanted, installed, withDevelopment) {
  return Object.entries(wanted)
    .filter(([path, { version, optional, dev, devOptional }]) => {
      if (path === "") return false;
      const found = installed[path];
      if (found) return found.version !== version;
      return !optional && !(!withDevelopment && (dev || devOptional));
    })
    .map(([path]) => path);
}

/**
 * Installs what package-lock.json asks for, unless it is there.
 * @param {string} root  the project's folder
 * @param {boolean} withDevelopment  whether tools for development are needed
 * @returns {Promise<string | null>} what went wrong and what to do about it; `null` when all is there
 */
export async function ensureDependencies(root, withDevelopment) {
  const wanted = readPackages(join(root, "package-lock.json"));
  if (!wanted)
    return "package-lock.json is missing or damaged. Restore it with: git checkout package-lock.json";
  const installed = readPackages(join(root, "node_modules", ".package-lock.json"));
  const missing = missingPackages(wanted, installed ?? {}, withDevelopment);
  if (installed && missing.length === 0) return null;

  const reason = installed ? `${missing.length} packages differ from package-lock.json` : "first run";
  process.stdout.write(`Installing the dependencies with npm ci (${reason}) …\n`);
  const status = await npmCi(root);
  if (status === 0) return null;
  return `npm ci failed (${status}). The archive cannot run without its packages. Check that the registry can be reached
(npm ping), that this folder can be written to, and that the disk is not full. Then try by hand:
  cd ${root} && npm ci`;
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | null}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * @param {string} cwd
 * @returns {Promise<number | string>} exit code, or why there is none
 */
function npmCi(cwd) {
  // Under NODE_ENV=production npm would leave out the compiler, which the build needs.
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const npm = process.env["npm_execpath"];
  const child = npm?.endsWith(".js")
    ? spawn(process.execPath, [npm, ...args], { cwd, stdio: "inherit" })
    : spawn("npm", args, { cwd, stdio: "inherit", shell: process.platform === "win32" });
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(code ?? signal ?? "no exit code"));
  });
}
