import { citedRecord } from "@/lib/citations/cited-record";
import { asBibtex } from "@/lib/citations/bibtex";
import { asCslJson } from "@/lib/citations/csl-item";
import { asRis } from "@/lib/citations/ris";
import { printRecord } from "@/lib/print/print-record";
import { recordAsText } from "./plain-text";
import type { PublishedRecord } from "./loaders";

/** A kind of file that a published record can be downloaded as. */
type RecordFormat = {
  /** The end of the address, and of the file's name. */
  readonly extension: string;
  /** What the link to it is called. */
  readonly label: string;
  readonly mediaType: string;
  /** Whether a browser shows it or keeps it. */
  readonly disposition: "inline" | "attachment";
  /**
   * The bytes of the file; the same record gives the same bytes, because their hash becomes the file's ETag. `permalink` is the
   * whole address of the record's page. Null where it cannot be made just now.
   */
  readonly render: (
    record: PublishedRecord,
    permalink: string,
  ) => string | Uint8Array | Promise<string | Uint8Array | null>;
};

/** Every format, in the order in which they are offered. */
export const recordFormats: readonly RecordFormat[] = [
  {
    extension: "txt",
    label: "Plain text",
    mediaType: "text/plain; charset=utf-8",
    disposition: "inline",
    render: recordAsText,
  },
  {
    extension: "pdf",
    label: "PDF",
    mediaType: "application/pdf",
    disposition: "inline",
    render: printRecord,
  },
  {
    extension: "ris",
    label: "RIS",
    mediaType: "application/x-research-info-systems; charset=utf-8",
    disposition: "attachment",
    render: async (record, permalink) => asRis(await citedRecord(record, permalink)),
  },
  {
    extension: "bib",
    label: "BibTeX",
    mediaType: "application/x-bibtex; charset=utf-8",
    disposition: "attachment",
    render: async (record, permalink) => asBibtex(await citedRecord(record, permalink)),
  },
  {
    extension: "csl.json",
    label: "CSL-JSON",
    // JSON has no parameter for its encoding: it is UTF-8.
    mediaType: "application/vnd.citationstyles.csl+json",
    disposition: "attachment",
    render: async (record, permalink) => asCslJson(await citedRecord(record, permalink)),
  },
];
