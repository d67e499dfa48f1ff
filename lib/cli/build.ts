import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleBrowserModules } from "@/lib/browser/bundle";
import { CommandFailure } from "./command-failure";
import { buildSources, fingerprint } from "./fingerprint";
import { runProgram } from "./program";
import { secondsSince, startProgress } from "./progress";

const builtFrom = ".next/archive-build-id";

/** Whether `.next` holds a whole build of the sources as they are now. */
function isBuildCurrent(root: string): boolean {
  if (!existsSync(join(root, ".next/BUILD_ID")) || !existsSync(join(root, builtFrom))) return false;
  return readFileSync(join(root, builtFrom), "utf8") === fingerprint(root, buildSources);
}

/**
 * Builds the site unless the last build is of the same sources. `cancel` ends a build under way.
 * Throws a `CommandFailure` with the build's output when it fails.
 */
export async function ensureBuild(root: string, cancel: AbortSignal): Promise<void> {
  if (isBuildCurrent(root)) return;
  const began = performance.now();
  const sources = fingerprint(root, buildSources);
  const progress = startProgress("Building the site");
  const ticking = setInterval(() => progress.note(secondsSince(began)), 1_000);
  try {
    const { code, output } = await runProgram({
      script: "next/dist/bin/next",
      args: ["build"],
      env: { NODE_ENV: "production" },
      shown: false,
      cancel,
    });
    if (code !== 0) {
      progress.finish(`failed (${code})`);
      throw new CommandFailure(`next build did not succeed.\n${output}`);
    }
    // Afterwards, because Next begins by emptying its folder.
    await bundleBrowserModules(root);
  } finally {
    clearInterval(ticking);
  }
  // Taken before the build: a file that changed meanwhile makes the build stale, as it should.
  writeFileSync(join(root, builtFrom), sources);
  progress.finish(`done in ${secondsSince(began)}`);
}
