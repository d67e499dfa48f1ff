import { findCitationFacts } from "@/db/queries/citation-facts";
import { archiveName } from "@/lib/env";
import type { PublishedRecord } from "@/lib/records/loaders";
import type { CitedDocument } from "./cited-document";
import { citedDocument } from "./described";

/** A published record as citations speak of it, with what its page does not show asked of the database. */
export async function citedRecord(record: PublishedRecord, permalink: string): Promise<CitedDocument> {
  // Null if it was withdrawn a moment ago; the record in hand was still public.
  const facts = (await findCitationFacts(record.id)) ?? { agents: [], original: null, collections: [] };
  return citedDocument(record, facts, { permalink, archive: archiveName() });
}
