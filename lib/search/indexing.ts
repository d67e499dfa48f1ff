import type { IndexFailure } from "@/db/commands/index-work";
import { findSearchableRecords } from "@/db/queries/search-documents";
import { documentOf, type RecordDocument } from "./document";
import { EngineAway, putDocuments, removeDocuments } from "./engine";

/** Records read at a time; bounds the memory that long texts take. */
const recordsAtOnce = 200;
/** Characters of one job of the engine: more cost it more memory, and edits wait for the job before them. */
const charactersPerJob = 8_000_000;

const sizeOf = ({ text, parts, names, summary }: RecordDocument) =>
  [text, names, summary, ...Object.values(parts)].reduce((size, words) => size + words.length, 0);

/**
 * Makes the documents of these records in an index what the records are now; unpublished ones lose theirs. What goes wrong with some is
 * narrowed down until those at fault stand alone: they are the answer, and all others are in the index. Throws `EngineAway`.
 */
export async function bringUpToDate(index: string, ids: readonly number[]): Promise<IndexFailure[]> {
  try {
    await sendDocuments(index, ids);
    return [];
  } catch (error) {
    if (error instanceof EngineAway) throw error;
    const [only, ...others] = ids;
    if (only === undefined) throw error;
    if (others.length === 0)
      return [{ recordId: only, reason: error instanceof Error ? error.message : String(error) }];
  }
  const middle = Math.ceil(ids.length / 2);
  return [
    ...(await bringUpToDate(index, ids.slice(0, middle))),
    ...(await bringUpToDate(index, ids.slice(middle))),
  ];
}

async function sendDocuments(index: string, ids: readonly number[]) {
  let waiting: RecordDocument[] = [];
  let characters = 0;
  const unpublished: number[] = [];
  for (let start = 0; start < ids.length; start += recordsAtOnce) {
    const slice = ids.slice(start, start + recordsAtOnce);
    const documents = (await findSearchableRecords(slice)).map(documentOf);
    const published = new Set(documents.map(({ id }) => id));
    unpublished.push(...slice.filter((id) => !published.has(id)));
    for (const document of documents) {
      const size = sizeOf(document);
      if (characters + size > charactersPerJob) {
        await putDocuments(index, waiting);
        waiting = [];
        characters = 0;
      }
      waiting.push(document);
      characters += size;
    }
  }
  await putDocuments(index, waiting);
  await removeDocuments(index, unpublished);
}
