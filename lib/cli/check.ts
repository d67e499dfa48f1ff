import { say, secondsSince } from "./progress";
import { runProgram } from "./program";

/** A check: what it is called, the program that makes it, and what to do when it fails. */
type Check = { name: string; script: string; args: readonly string[]; remedy?: string };

const lint: Check = { name: "types and lint", script: "oxlint/bin/oxlint", args: [] };
const format: Check = {
  name: "format",
  script: "oxfmt/bin/oxfmt",
  args: ["--check", "."],
  remedy: "npm run format puts it right.",
};
const deadCode: Check = { name: "dead code", script: "knip/bin/knip.js", args: ["--no-progress"] };
const layers: Check = {
  name: "layers",
  script: "@playwright/test/cli.js",
  args: ["test", "-c", "tests/unit.config.ts", "--reporter=line", "architecture"],
};

/**
 * Runs the checks, the slowest beside the others, and says how each went. Resolves to how many failed.
 * The test of the layers is left out when the unit tests, of which it is one, run anyway.
 */
export async function runChecks({ withLayers }: { withLayers: boolean }): Promise<number> {
  // A fresh clone has no types of its routes yet, and old ones may be wrong.
  const routes: Check = { name: "route types", script: "next/dist/bin/next", args: ["typegen"] };
  const passed = [await runCheck(routes)];
  const quick = async () => {
    for (const check of withLayers ? [format, deadCode, layers] : [format, deadCode])
      passed.push(await runCheck(check));
  };
  const [, lintPassed] = await Promise.all([quick(), runCheck(lint)]);
  return [...passed, lintPassed].filter((each) => !each).length;
}

async function runCheck({ name, script, args, remedy }: Check): Promise<boolean> {
  const began = performance.now();
  const { code, output } = await runProgram({ script, args, shown: false });
  if (code === 0) say(`✓ ${name} (${secondsSince(began)})`);
  else say(`✗ ${name} (${code})\n${output.trimEnd()}${remedy ? `\n${remedy}` : ""}`);
  return code === 0;
}

/** `npm run check`. */
export async function run(): Promise<number> {
  const failed = await runChecks({ withLayers: true });
  say(failed === 0 ? "All checks passed." : `${failed} checks failed.`);
  return failed === 0 ? 0 : 1;
}
