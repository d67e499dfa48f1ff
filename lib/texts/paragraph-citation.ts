import { shownDate } from "@/lib/archive/listed-record";
import type { PublishedRecord } from "@/lib/records/loaders";

/** The number that stands for that of any paragraph; the script "reader" puts the real one in its place. */
const anyParagraph = 999_999;

/** The citation of a paragraph of a record, for any number (see `app/_browser/reader`). `permalink` is the address of its page. */
export function paragraphCitation(record: PublishedRecord, permalink: string): string {
  const date = shownDate(record)?.words;
  return [record.title, date, `paragraph ${anyParagraph}`, `${permalink}#p${anyParagraph}`]
    .filter(Boolean)
    .join(", ");
}
