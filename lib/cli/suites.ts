import { readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { runProgram } from "./program";

/** The suites, in the order they run; each is a Playwright project of that name below tests. */
export const suiteNames = ["unit", "db", "e2e"] as const;
export type SuiteName = (typeof suiteNames)[number];

/** How many tests ended how. A test that passed on its second attempt passed. */
export type Tally = { passed: number; failed: number; skipped: number };

const report = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  /** Failures outside any test, such as a file that cannot be loaded. */
  errors: z.array(z.unknown()).default([]),
});

/** Counts the tests of Playwright's JSON report; `null` when the text is no such report. */
export function tallyOf(reportText: string): Tally | null {
  try {
    const { stats, errors } = report.parse(JSON.parse(reportText));
    return {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
    };
  } catch {
    return null;
  }
}

/** Adds up tallies. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of tallies) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  return sum;
}

/** "121 passed, 0 failed, 2 skipped". */
export const inWords = ({ passed, failed, skipped }: Tally) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** Runs one suite with extra arguments for Playwright; a suite that ends badly without a report counts as one failure. */
export async function runSuite(
  name: SuiteName,
  args: readonly string[],
  env: NodeJS.Dict<string>,
  cancel: AbortSignal,
): Promise<Tally> {
  const reportFile = `tests/results/${name}.json`;
  rmSync(reportFile, { force: true });
  const { code } = await runProgram({
    script: "@playwright/test/cli.js",
    args: ["test", "-c", `tests/${name}.config.ts`, ...args.map(keepingReport)],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: resolve(reportFile) },
    shown: true,
    cancel,
  });
  const tally = tallyOf(readIfThere(reportFile)) ?? { passed: 0, failed: 0, skipped: 0 };
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** A reporter asked for on the command line takes the place of the configured ones, but we count by the JSON report. */
const keepingReport = (argument: string) =>
  argument.startsWith("--reporter=") ? `${argument},json` : argument;

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
