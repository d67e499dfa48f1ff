import { existsSync } from "node:fs";
import { CommandFailure } from "./command-failure";
import { runProgram } from "./program";
import { say } from "./progress";

const usualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * The Chromium for the browser tests: CHROMIUM_PATH, else the system's, else Debian's, installed here when we are root.
 * Throws a `CommandFailure` that says what to install when there is none.
 */
export async function ensureBrowser(): Promise<string> {
  const given = process.env["CHROMIUM_PATH"];
  if (given) {
    if (existsSync(given)) return given;
    throw new CommandFailure(`CHROMIUM_PATH names ${given}, which does not exist.`);
  }
  const found = usualPlaces.find((place) => existsSync(place));
  if (found) return found;
  await installBrowser();
  const installed = usualPlaces.find((place) => existsSync(place));
  if (installed) return installed;
  throw new CommandFailure(`The browser tests need Chromium. Install it and run npm test again:
  Debian, Ubuntu   sudo apt-get update && sudo apt-get install -y chromium
  Fedora           sudo dnf install -y chromium
  others           install Chromium or Chrome and set CHROMIUM_PATH to its program
The other tests run without it: npm test -- --only unit, npm test -- --only db`);
}

/**
 * Debian's bibutils, which reads our files for reference managers in the unit tests; installed here when we are root. Without it
 * those tests are skipped and say so.
 */
export async function offerReferenceTools(): Promise<void> {
  if (!existsSync("/usr/bin/ris2xml")) await install("bibutils");
}

const installBrowser = () => install("chromium");

async function install(name: "chromium" | "bibutils"): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  say(`Installing ${name} with apt-get …`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const installing = ["install", "-y", "--no-install-recommends", name];
  for (const args of [["update"], installing]) {
    const { code, output } = await runProgram({ name: "apt-get", args, env, shown: false });
    if (code !== 0) say(`apt-get ${args.join(" ")} failed (${code}).\n${output.trimEnd()}`);
  }
}
