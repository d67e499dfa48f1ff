import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { derivativeRecipe } from "@/lib/archive/hrefs";
import { env } from "@/lib/env";

/** Widths in pixels of the pictures made of a page; smaller originals are not enlarged. */
export const pictureWidths = [320, 1200, 2400] as const;

/** The file of a page's folder that describes its tiles (IIIF Image API 3.0, level 0). */
export const tilesFile = "info.json";

/**
 * Where the pictures of a file's pages lie: beside the file store, each page in a folder named by its number. They can be thrown
 * away at any time and are made again. Throws when the text is not a SHA-256.
 */
export function derivativeFolder(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`Not a SHA-256: ${sha256}`);
  const root = path.resolve(/* turbopackIgnore: true */ env().ARCHIVE_FILES);
  return path.join(
    path.dirname(root),
    "derivatives",
    `recipe-${derivativeRecipe}`,
    sha256.slice(0, 2),
    sha256,
  );
}

/** Where they lie while they are being made; the finished folder appears whole. */
export const unfinishedFolder = (sha256: string): string => `${derivativeFolder(sha256)}.making`;

/** Names under which a page's pictures and tiles are asked for; everything else is refused before the disk is touched. */
const names =
  /^(?:(?:320|1200|2400)\.webp|info\.json|(?:full|\d{1,6},\d{1,6},\d{1,6},\d{1,6})\/(?:max|\d{1,6},\d{1,6})\/0\/default\.jpg)$/;

/** Where a picture or tile of a page lies, whether or not it is there; null for names that no page has. */
export function derivativePath(sha256: string, page: string, name: string): string | null {
  if (!/^[1-9]\d{0,4}$/.test(page) || !names.test(name)) return null;
  return path.join(/* turbopackIgnore: true */ derivativeFolder(sha256), page, name);
}

/** Whether the pictures of a file have been made and are still there. */
export async function hasDerivatives(sha256: string): Promise<boolean> {
  return (await stat(derivativeFolder(sha256)).catch(() => null)) !== null;
}

/** How many pages of a file are done while its pictures are being made; null when nobody is at it. */
export async function pagesDone(sha256: string): Promise<number | null> {
  const folders = await readdir(unfinishedFolder(sha256)).catch(() => null);
  // The last folder is the one in hand.
  return folders === null ? null : Math.max(0, folders.length - 1);
}
