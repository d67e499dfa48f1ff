import { setTimeout as sleep } from "node:timers/promises";
import { listWaitingRecords } from "@/db/queries/index-jobs";
import {
  findSearchableRecords,
  listPublishedIds,
  type SearchableRecord,
} from "@/db/queries/search-documents";
import { documentOf } from "./document";
import { listDocuments, liveIndex, type RecordChoice } from "./engine";

/** Records compared at a time: whole documents of both sides are in memory. */
const recordsPerStep = 200;
/** So many that the documents of one step come at once unless there are more of them than records. */
const documentsPerPage = 250;
/** Records that are edited during the comparison are waited for. */
const patienceMs = 15_000;
const pauseMs = 250;

/** How a record's document in the index is wrong: it lacks, it should not be there, or it says something else than the record. */
export type Difference = {
  readonly recordId: number;
  readonly kind: "missing" | "surplus" | "stale";
  /** The attributes that differ, of a stale one. */
  readonly attributes: readonly string[];
};

type Document = Readonly<Record<string, unknown>>;
type Documents = ReadonlyMap<number, Document>;

/**
 * Compares the live index with the database: what it holds of each record with the document that would be sent now. Walks through both
 * in order of id, a bounded number at a time. A record that is edited meanwhile does not count, unless its document is still
 * underway a quarter of a minute later. Throws `EngineAway`.
 */
export async function compareIndex(
  onProgress: (compared: number) => void = () => undefined,
): Promise<Difference[]> {
  const suspects: number[] = [];
  let compared = 0;
  for (let after: number | null = 0; after !== null;) {
    const ids: number[] = await listPublishedIds(after, recordsPerStep);
    const upTo: number | null = ids.length < recordsPerStep ? null : (ids.at(-1) ?? null);
    const found = await compare(ids, { after, upTo });
    suspects.push(...found.map(({ recordId }) => recordId));
    compared += ids.length;
    onProgress(compared);
    after = upTo;
  }
  return suspects.length === 0 ? [] : compareRecords(suspects);
}

/** Compares these records alone, once nothing waits to be indexed for them or that takes too long. Throws `EngineAway`. */
export async function compareRecords(recordIds: readonly number[]): Promise<Difference[]> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline && (await listWaitingRecords(recordIds)).length > 0) await sleep(pauseMs);
  const differences: Difference[] = [];
  for (let start = 0; start < recordIds.length; start += recordsPerStep) {
    const ids = recordIds.slice(start, start + recordsPerStep);
    differences.push(...(await compare(ids, { ids })));
  }
  return differences;
}

async function compare(ids: readonly number[], choice: RecordChoice): Promise<Difference[]> {
  const [records, held] = await Promise.all([
    findSearchableRecords(ids),
    heldDocuments(choice, new Set(ids)),
  ]);
  return differencesBetween(new Map(records.map((record) => [record.id, wantedDocument(record)])), held);
}

/** A record of which no document can be made has none that is right. */
function wantedDocument(record: SearchableRecord): Document {
  try {
    return { ...documentOf(record) };
  } catch {
    return {};
  }
}

/** What the index holds of a choice of records; of those that are not looked for, that it holds them. */
async function heldDocuments(choice: RecordChoice, lookedFor: ReadonlySet<number>): Promise<Documents> {
  const held = new Map<number, Document>();
  for (let offset = 0; ; offset += documentsPerPage) {
    const page = await listDocuments(liveIndex(), choice, { offset, limit: documentsPerPage });
    for (const document of page) {
      const id = Number(document["id"]);
      held.set(id, lookedFor.has(id) ? document : {});
    }
    if (page.length < documentsPerPage) return held;
  }
}

/** How the documents that are held differ from those that are wanted. */
export function differencesBetween(wanted: Documents, held: Documents): Difference[] {
  const differences: Difference[] = [];
  for (const [recordId, document] of wanted) {
    const other = held.get(recordId);
    const attributes = other ? differingAttributes(document, other) : [];
    if (!other) differences.push({ recordId, kind: "missing", attributes });
    else if (attributes.length > 0) differences.push({ recordId, kind: "stale", attributes });
  }
  for (const recordId of held.keys())
    if (!wanted.has(recordId)) differences.push({ recordId, kind: "surplus", attributes: [] });
  return differences;
}

function differingAttributes(one: Document, other: Document): string[] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name])).toSorted();
}
