import { findSearchableRecords } from "@/db/queries/search-documents";
import { documentOf, type RecordDocument } from "./document";
import { putDocuments, removeDocuments } from "./engine";

/** Records read at a time; bounds the memory that long texts take. */
const recordsAtOnce = 200;
/** One job of the engine: more documents cost it more memory, and edits wait for the job before them. */
const documentsPerJob = 5_000;
const charactersPerJob = 8_000_000;

/** Gathers documents and sends them on in jobs of a bounded size, one at a time. */
export function documentSender(index: string) {
  let waiting: RecordDocument[] = [];
  let characters = 0;
  async function flush() {
    const documents = waiting;
    waiting = [];
    characters = 0;
    await putDocuments(index, documents);
  }
  return {
    /** Reads these records and queues their documents; answers the ids that have none because they are not published. */
    async send(ids: readonly number[]): Promise<number[]> {
      const unpublished: number[] = [];
      for (let start = 0; start < ids.length; start += recordsAtOnce) {
        const slice = ids.slice(start, start + recordsAtOnce);
        const records = await findSearchableRecords(slice);
        const published = new Set(records.map(({ id }) => id));
        unpublished.push(...slice.filter((id) => !published.has(id)));
        for (const record of records) {
          const document = documentOf(record);
          const size = document.text.length + document.names.length + document.summary.length;
          if (waiting.length >= documentsPerJob || characters + size > charactersPerJob) await flush();
          waiting.push(document);
          characters += size;
        }
      }
      return unpublished;
    },
    flush,
  };
}

/** Makes the documents of these records in an index what the records are now; unpublished ones lose theirs. */
export async function bringUpToDate(index: string, ids: readonly number[]) {
  const sender = documentSender(index);
  const unpublished = await sender.send(ids);
  await sender.flush();
  await removeDocuments(index, unpublished);
}
