import { derivativeHref, fileHref } from "./hrefs";

/** A file of the original as pages show it; its bytes lie in the file store under `sha256`. */
export type ScannedFile = {
  readonly id: number;
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteSize: number;
  readonly sha256: string;
  /** Null until the file has been read. */
  readonly pageCount: number | null;
  /** Pixels of the first page, for images. */
  readonly width: number | null;
  readonly height: number | null;
  readonly alternativeText: string | null;
  readonly caption: string | null;
  readonly sourceNote: string | null;
  /** Whether thumbnails and tiles stand ready. */
  readonly isDerived: boolean;
};

/** One page to look at, counted from 1 over all pages of all files of a record. */
export type ScanPage = {
  readonly number: number;
  readonly file: ScannedFile;
  /** Counted from 1 within its file. */
  readonly pageInFile: number;
  /** Addresses of pictures of the page; null where there is none (yet). */
  readonly thumbnail: string | null;
  readonly image: string | null;
  readonly largeImage: string | null;
  /** The description of its deep-zoom tiles (IIIF Image API 3, level 0). */
  readonly tiles: string | null;
  /** The PDF that holds the page. */
  readonly pdf: string | null;
};

export const pdfType = "application/pdf";

/** Images that every browser shows, so that they can be looked at before anything was made from them. */
const browserImages: ReadonlySet<string> = new Set(["image/jpeg", "image/png", "image/webp"]);

/** Bytes up to which an original may stand in for its missing thumbnail. */
const smallFile = 1_000_000;

/** All pages of all files in reading order; a file that has not been read yet counts as one page. */
export function scanPagesOf(files: readonly ScannedFile[]): ScanPage[] {
  return files
    .flatMap((file) =>
      Array.from({ length: file.pageCount ?? 1 }, (_, index) => ({ file, pageInFile: index + 1 })),
    )
    .map(({ file, pageInFile }, index) => ({
      number: index + 1,
      file,
      pageInFile,
      pdf: file.mediaType === pdfType ? fileHref(file.id) : null,
      ...(file.isDerived ? derivedPictures(file, pageInFile) : originalPictures(file)),
    }));
}

function derivedPictures(file: ScannedFile, page: number) {
  const isImage = file.mediaType !== pdfType;
  return {
    thumbnail: derivativeHref(file, page, "320.webp"),
    image: derivativeHref(file, page, "1200.webp"),
    largeImage: isImage ? derivativeHref(file, page, "2400.webp") : null,
    tiles: isImage ? derivativeHref(file, page, "info.json") : null,
  };
}

function originalPictures(file: ScannedFile) {
  const original = browserImages.has(file.mediaType) ? fileHref(file.id) : null;
  return {
    thumbnail: file.byteSize <= smallFile ? original : null,
    image: original,
    largeImage: null,
    tiles: null,
  };
}

/** What a page is called: its number, or the file's caption where the file is one page. */
export const scanLabel = ({ number, file }: ScanPage): string =>
  (file.pageCount ?? 1) === 1 && file.caption ? file.caption : `Page ${number}`;

/** What somebody who cannot see the page is told. */
export function scanAlternative({ file, pageInFile }: ScanPage, title: string): string {
  const described = file.alternativeText ?? `Scan of ${title}`;
  const pages = file.pageCount ?? 1;
  return pages > 1 ? `${described} (page ${pageInFile} of ${pages})` : described;
}
