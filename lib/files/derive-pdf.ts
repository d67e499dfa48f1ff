import { mkdir, open, stat, type FileHandle } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { getDocument, PDFDataRangeTransport, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { createCanvas } from "@napi-rs/canvas";
import sharp from "sharp";
import { writePicture, type OnPage } from "./derive-images";
import { mostPages, type Found } from "./derive-messages";

/** Width of the picture of a page, and the height at which a very long page is made smaller. */
const pageWidth = 1_200;
const pageHeight = 3_600;
const thumbnailWidth = 320;

/** A reader of a file that fetches only the parts that are asked for, so that no large PDF lies in memory. */
class FileParts extends PDFDataRangeTransport {
  readonly #file: FileHandle;

  constructor(file: FileHandle, size: number) {
    super(size, null);
    this.#file = file;
  }

  override requestDataRange(begin: number, end: number): void {
    const bytes = new Uint8Array(end - begin);
    this.#file.read(bytes, { position: begin }).then(
      ({ bytesRead }) => this.onDataRange(begin, bytes.subarray(0, bytesRead)),
      () => this.abort(),
    );
  }
}

const resources = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

/**
 * Draws every page of a PDF as pictures into numbered folders of `folder`. Nothing in the file is run, and nothing outside it is
 * fetched. Throws pdf.js's `PasswordException` for an encrypted file and others of its errors for a damaged one.
 */
export async function derivePdf(source: string, folder: string, onPage: OnPage): Promise<Found> {
  const file = await open(source);
  const { size } = await stat(source);
  const loading = getDocument({
    range: new FileParts(file, size),
    disableAutoFetch: true,
    disableStream: true,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    enableXfa: false,
    verbosity: 0,
    cMapUrl: `${resources}/cmaps/`,
    standardFontDataUrl: `${resources}/standard_fonts/`,
    wasmUrl: `${resources}/wasm/`,
    iccUrl: `${resources}/iccs/`,
  });
  try {
    const document = await loading.promise;
    const pageCount = document.numPages;
    if (pageCount > mostPages) throw new Error(`It has ${pageCount} pages; ${mostPages} are possible.`);
    onPage(0, pageCount);
    for (let number = 1; number <= pageCount; number += 1) {
      const page = await document.getPage(number);
      await drawPage(page, path.join(folder, String(number)));
      page.cleanup();
      onPage(number, pageCount);
    }
    return { pageCount, width: null, height: null };
  } finally {
    await loading.destroy();
    await file.close();
  }
}

async function drawPage(page: PDFPageProxy, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({
    scale: Math.min(pageWidth / natural.width, pageHeight / natural.height),
  });
  const width = Math.max(1, Math.floor(viewport.width));
  const height = Math.max(1, Math.floor(viewport.height));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  // pdf.js types its canvas as a browser's; the one for servers draws the same.
  await page.render({ canvas: null, canvasContext: Object(context), viewport, background: "#fff" }).promise;
  const { data } = context.getImageData(0, 0, width, height);
  const picture = () => sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: "#fff" });
  await writePicture(picture(), path.join(folder, `${pageWidth}.webp`), pageWidth);
  await writePicture(picture(), path.join(folder, `${thumbnailWidth}.webp`), thumbnailWidth);
}
