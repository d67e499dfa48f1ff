import { countOf, numberInWords } from "@/lib/archive/counts";
import type { ScannedFile } from "@/lib/archive/scan-pages";
import { typeName } from "./media-types";

const sizes = new Intl.NumberFormat("en", { maximumSignificantDigits: 2 });

/** A number of bytes as people say it: "84 kB", "2.1 MB", "1.3 GB". */
function sizeInWords(bytes: number): string {
  if (bytes < 1_000) return countOf(bytes, "byte");
  if (bytes < 1_000_000) return `${sizes.format(bytes / 1_000)} kB`;
  if (bytes < 1_000_000_000) return `${sizes.format(bytes / 1_000_000)} MB`;
  return `${sizes.format(bytes / 1_000_000_000)} GB`;
}

/** Kind, pages and size of a file: "PDF, 2 pages, 84 kB". */
export function fileInWords(file: Pick<ScannedFile, "mediaType" | "byteSize" | "pageCount">): string {
  return [
    typeName(file.mediaType),
    file.pageCount === null ? null : countOf(file.pageCount, "page"),
    sizeInWords(file.byteSize),
  ]
    .filter(Boolean)
    .join(", ");
}

/** Everything that is known of a file, as labels and values in the order of the page. */
export function fileFacts(file: ScannedFile): { label: string; value: string }[] {
  const facts = [
    { label: "File name", value: file.fileName },
    { label: "Type", value: `${typeName(file.mediaType)} (${file.mediaType})` },
    { label: "Size", value: `${numberInWords(file.byteSize)} bytes` },
    { label: "Pages", value: file.pageCount === null ? null : String(file.pageCount) },
    {
      label: "Dimensions",
      value:
        file.width === null || file.height === null
          ? null
          : `${numberInWords(file.width)} × ${numberInWords(file.height)} pixels`,
    },
    { label: "Source", value: file.sourceNote },
    { label: "SHA-256", value: file.sha256 },
  ];
  return facts.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
}
