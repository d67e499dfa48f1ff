import { listCitationFacts } from "@/db/queries/citation-facts";
import type { ExportedRecord } from "@/db/queries/exported-records";
import { recordHref } from "@/lib/archive/hrefs";
import { archiveName, publicOrigin } from "@/lib/env";
import type { CitedDocument } from "./cited-document";
import { citedDocument } from "./described";

/**
 * Published records as citations speak of them, in their order; one statement asks what the records in hand do not say. A record that
 * was withdrawn a moment ago is left out.
 */
export async function citedRecords(records: readonly ExportedRecord[]): Promise<CitedDocument[]> {
  const facts = await listCitationFacts(records.map(({ id }) => id));
  const archive = archiveName();
  const origin = publicOrigin();
  return records.flatMap((record) => {
    const known = facts.get(record.id);
    const permalink = new URL(recordHref(record.slug), origin).href;
    return known ? [citedDocument(record, known, { permalink, archive })] : [];
  });
}
