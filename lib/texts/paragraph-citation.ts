import { citedRecord } from "@/lib/citations/cited-record";
import { archivalFootnote } from "@/lib/citations/footnote";
import type { PublishedRecord } from "@/lib/records/loaders";

/** The number that stands for that of any paragraph; the script "reader" puts the real one in its place. */
const anyParagraph = 999_999;

/** The footnote for a paragraph of a record, whichever (see `app/_browser/reader`). `permalink` is the address of the record's page. */
export async function paragraphCitation(record: PublishedRecord, permalink: string): Promise<string> {
  return archivalFootnote(await citedRecord(record, permalink), { paragraph: anyParagraph, asOf: null });
}
