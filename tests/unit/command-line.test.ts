import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as base } from "@playwright/test";
import { missingPackages } from "@/lib/cli/dependencies.mjs";
import { fingerprint } from "@/lib/cli/fingerprint";
import { commands } from "@/lib/cli/help.mjs";
import { amount } from "@/lib/cli/progress";
import { inWords, sumOf, tallyOf } from "@/lib/cli/suites";

const test = base.extend<{ tree: string }>({
  // Playwright reads the names of the fixtures from this pattern; there is none to name.
  // oxlint-disable-next-line no-empty-pattern
  tree: async ({}, use) => {
    const tree = mkdtempSync(join(tmpdir(), "archive-tree-"));
    mkdirSync(join(tree, "app"));
    writeFileSync(join(tree, "app/page.tsx"), "one");
    writeFileSync(join(tree, "next.config.ts"), "two");
    await use(tree);
    rmSync(tree, { recursive: true, force: true });
  },
});

const sources = ["app", "lib", "next.config.ts"];
const launch = (...args: string[]) =>
  spawnSync(process.execPath, ["lib/cli/launch.mjs", ...args], { encoding: "utf8" });

test("the fingerprint is the same for the same files", ({ tree }) => {
  expect(fingerprint(tree, sources)).toBe(fingerprint(tree, ["next.config.ts", "app"]));
});

test("the fingerprint changes with content, name and place of a file", ({ tree }) => {
  const before = fingerprint(tree, sources);
  writeFileSync(join(tree, "app/page.tsx"), "One");
  const edited = fingerprint(tree, sources);
  writeFileSync(join(tree, "app/page.tsx"), "one");
  writeFileSync(join(tree, "app/empty.tsx"), "");
  const added = fingerprint(tree, sources);
  expect(new Set([before, edited, added]).size).toBe(3);
});

test("the fingerprint ignores what a build is not made from", ({ tree }) => {
  const before = fingerprint(tree, sources);
  writeFileSync(join(tree, "README.md"), "text");
  writeFileSync(join(tree, "app/.editor-backup"), "text");
  expect(fingerprint(tree, sources)).toBe(before);
});

const wanted = {
  "": {},
  "node_modules/zod": { version: "4.0.0" },
  "node_modules/oxlint": { version: "1.0.0", dev: true },
  "node_modules/for-another-platform": { version: "1.0.0", optional: true },
};

for (const [name, installed, withDevelopment, missing] of [
  [
    "everything there",
    { "node_modules/zod": { version: "4.0.0" }, "node_modules/oxlint": { version: "1.0.0" } },
    true,
    [],
  ],
  ["nothing there", {}, true, ["node_modules/zod", "node_modules/oxlint"]],
  ["another version", { "node_modules/zod": { version: "3.0.0" } }, false, ["node_modules/zod"]],
  ["no tools, none needed", { "node_modules/zod": { version: "4.0.0" } }, false, []],
] as const)
  test(`missing packages: ${name}`, () => {
    expect(missingPackages(wanted, installed, withDevelopment)).toEqual(missing);
  });

for (const [name, { summary }] of Object.entries(commands))
  test(`npm run ${name} answers --help`, () => {
    const { status, stdout } = launch(name, "--help");
    expect(status).toBe(0);
    expect(stdout).toContain(summary);
    expect(stdout).toContain("Usage: npm");
  });

test("an unknown command is answered with the list of commands", () => {
  const { status, stderr } = launch("strat");
  expect(status).toBe(2);
  for (const name of Object.keys(commands)) expect(stderr).toContain(name);
});

test("results of suites are counted and summed", () => {
  const report = { stats: { expected: 3, unexpected: 1, flaky: 2, skipped: 4 }, errors: [{}] };
  const tally = tallyOf(JSON.stringify(report));
  expect(tally).toEqual({ passed: 5, failed: 2, skipped: 4 });
  expect(
    inWords(
      sumOf([
        { passed: 5, failed: 2, skipped: 4 },
        { passed: 1, failed: 0, skipped: 0 },
      ]),
    ),
  ).toBe("6 passed, 2 failed, 4 skipped");
  expect(tallyOf("")).toBeNull();
});

test("amounts are shown with a share when the total is known", () => {
  expect(amount(1200, 31_408)).toBe("1,200 of 31,408 (3 %)");
  expect(amount(1200)).toBe("1,200");
});
