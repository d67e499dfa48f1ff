import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build, context } from "esbuild";
import type { BuildOptions, Metafile } from "esbuild";
import { browserFolder, browserModulesFile } from "./modules";

/**
 * Bundles every module of `app/_browser` for browsers of the last three years, parts that are imported on demand in files of their own.
 * Names of files carry a hash of their content, so that browsers may keep them for ever. Throws with the compiler's messages when a
 * module has an error.
 */
export async function bundleBrowserModules(root: string): Promise<void> {
  const folder = join(root, browserFolder("production"));
  await rm(folder, { recursive: true, force: true });
  const { metafile } = await build({ ...(await optionsFor(root, folder)), minify: true });
  await writeList(folder, metafile);
}

/** Bundles as `bundleBrowserModules` does, for development, and again whenever a source changes; ends with the returned function. */
export async function watchBrowserModules(root: string): Promise<() => Promise<void>> {
  const folder = join(root, browserFolder("development"));
  const options = await optionsFor(root, folder);
  const bundling = await context({
    ...options,
    sourcemap: "inline",
    plugins: [
      {
        name: "list",
        setup: (bundling) =>
          bundling.onEnd(async ({ metafile }) => {
            if (metafile) await writeList(folder, metafile);
          }),
      },
    ],
  });
  await bundling.rebuild();
  await bundling.watch();
  return () => bundling.dispose();
}

async function optionsFor(root: string, folder: string) {
  const sources = join(root, "app/_browser");
  const names = await readdir(sources);
  return {
    absWorkingDir: root,
    entryPoints: names.filter((name) => name.endsWith(".ts")).map((name) => join(sources, name)),
    outdir: folder,
    bundle: true,
    splitting: true,
    metafile: true,
    format: "esm",
    target: ["chrome111", "firefox115", "safari16.4"],
    entryNames: "[name]-[hash]",
    chunkNames: "part-[hash]",
    legalComments: "linked",
    logLevel: "silent",
  } as const satisfies BuildOptions;
}

/** Writes which file holds which module; a reader of the list sees the old one or the new one, whole. */
async function writeList(folder: string, metafile: Metafile): Promise<void> {
  const files = Object.entries(metafile.outputs).flatMap(([path, { entryPoint }]) =>
    entryPoint === undefined ? [] : [[basename(entryPoint, ".ts"), basename(path)] as const],
  );
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${browserModulesFile}.new`), JSON.stringify(Object.fromEntries(files)));
  await rename(join(folder, `${browserModulesFile}.new`), join(folder, browserModulesFile));
}
