import { cp, mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import sharp, { type Sharp } from "sharp";
import { mostPages, mostPixels, type Found } from "./derive-messages";
import { pictureWidths, tilesFile } from "./derivatives";

/** Told after each page, with the number of all. */
export type OnPage = (done: number, pages: number) => void;

const tileSize = 512;

/**
 * Makes pictures and tiles of every page of an image into numbered folders of `folder`. Orientation is applied, metadata are left
 * out, colours become sRGB on white. Throws what the decoder says of a damaged file.
 */
export async function deriveImage(
  source: string,
  mediaType: string,
  folder: string,
  onPage: OnPage,
): Promise<Found> {
  const first = await sharp(source, options(0)).metadata();
  const pageCount = mediaType === "image/tiff" ? await countPages(source, first) : 1;
  onPage(0, pageCount);
  for (let page = 0; page < pageCount; page += 1) {
    await derivePage(() => sharp(source, options(page)), path.join(folder, String(page + 1)));
    onPage(page + 1, pageCount);
  }
  return { pageCount, width: first.autoOrient.width, height: first.autoOrient.height };
}

const options = (page: number) =>
  ({ page, limitInputPixels: mostPixels, failOn: "error", sequentialRead: true }) as const;

type Size = { pages?: number | undefined; width: number; height: number };

/** Pages of a TIFF. One whose second page is the first at half its size holds one picture in several resolutions. */
async function countPages(source: string, first: Size): Promise<number> {
  const pages = first.pages ?? 1;
  if (pages > mostPages) throw new Error(`It has ${pages} pages; ${mostPages} are possible.`);
  if (pages === 1) return 1;
  const second = await sharp(source, options(1)).metadata();
  const isHalf = (whole: number, half: number) => Math.abs(whole / 2 - half) <= 1;
  const isPyramid = isHalf(first.width, second.width) && isHalf(first.height, second.height);
  return isPyramid ? 1 : pages;
}

async function derivePage(open: () => Sharp, folder: string): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true });
  const upright = () => open().autoOrient().flatten({ background: "#fff" });
  // The folder is made by the tiling, which wants to find none.
  await upright()
    .toColourspace("srgb")
    .jpeg({ quality: 82 })
    .tile({ size: tileSize, layout: "iiif3", id: "tiles" })
    .toFile(folder);
  await rm(path.join(path.dirname(folder), "vips-properties.xml"), { force: true });
  await rm(path.join(folder, "vips-properties.xml"), { force: true });
  await nameWholeTile(folder);
  for (const width of pictureWidths) await writePicture(upright(), path.join(folder, `${width}.webp`), width);
}

/** A picture that fits into one tile is asked for as "max" too (IIIF Image API 3.0, 4.2). */
async function nameWholeTile(folder: string): Promise<void> {
  const tiles = (await readdir(folder)).filter((name) => name !== tilesFile);
  const [size, ...others] = tiles.length === 1 ? await readdir(path.join(folder, "full")) : [];
  if (size === undefined || others.length > 0) return;
  await cp(path.join(folder, "full", size), path.join(folder, "full", "max"), { recursive: true });
}

/** Writes a picture at most so wide, and at most three times as high. */
export async function writePicture(image: Sharp, target: string, width: number): Promise<void> {
  await image
    .resize({ width, height: width * 3, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .webp({ quality: 80, effort: 2 })
    .toFile(target);
}
