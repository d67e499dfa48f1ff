import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** The file that says which bundled file holds which module. */
export const browserModulesFile = "modules.json";

/** Where bundled modules lie, relative to the project: among the static files that Next serves under `/_next/static`. */
export const browserFolder = (mode: "production" | "development") =>
  mode === "production" ? ".next/static/browser" : ".next/dev/static/browser";

const fileNames = z.record(z.string(), z.string());

let known: Readonly<Record<string, string>> | undefined;

/**
 * The address of a module of `app/_browser` by its name ("reader"), to be loaded as a script or worker. In production the list is read
 * once, in development each time. Throws when there is no such module.
 */
export function browserModuleHref(name: string): string {
  const mode = process.env.NODE_ENV === "development" ? "development" : "production";
  known = mode === "production" && known ? known : read(mode);
  const file = known[name];
  if (file === undefined) throw new Error(`There is no module "${name}" in app/_browser.`);
  return `/_next/static/browser/${file}`;
}

function read(mode: "production" | "development") {
  const file = join(/* turbopackIgnore: true */ process.cwd(), browserFolder(mode), browserModulesFile);
  return fileNames.parse(JSON.parse(readFileSync(file, "utf8")));
}
