import { gzipSync } from "node:zlib";
import { textOf } from "./pages";

/** Scripts a browser with modules loads for a page. */
export type FirstLoad = { readonly files: number; readonly gzipBytes: number };

/** Adds up the script files that a page's HTML names, each gzip-compressed as it travels; legacy polyfills are not loaded. */
export async function firstLoadOf(url: string): Promise<FirstLoad> {
  const html = await textOf(url);
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? []);
  const addresses = new Set(scripts.map((source) => new URL(source.replaceAll("&amp;", "&"), url).href));
  let gzipBytes = 0;
  for (const address of addresses) gzipBytes += gzipSync(await textOf(address)).length;
  return { files: addresses.size, gzipBytes };
}
