import { basename } from "node:path";
import type { AuthorityCache } from "@/db/commands/import-wishes";
import { db } from "@/db/client";
import { findAwaited } from "@/db/commands/import-relations";
import { importBatch, type BatchResult, type LineNotice, type NumberedRecord } from "./batch";
import { DamagedFile, fileLines } from "./lines";
import { refusalOf } from "./refusal";
import { readRecordLine } from "./record-line";

export type ImportOptions = {
  readonly path: string;
  /** Do everything, keep nothing. */
  readonly isDryRun: boolean;
  /** Title of a collection that all records are put in, besides their own. */
  readonly collection: string | null;
  /** Ends the import after the batch under way. */
  readonly stopping?: AbortSignal;
};

/** What an import did; also handed out as it grows. */
export type ImportSummary = {
  lines: number;
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
  kept: number;
  warnings: number;
  relations: number;
  /** Relations to records that are not in the archive; they are made when such a record comes. */
  unresolved: number;
  /** Source ids of the records that are missing, the most wanted first. */
  absent: string[];
  /** Authority entries made, by kind. */
  authorities: Record<string, number>;
  /** Fields passed over, with the number of records that have them. */
  ignored: Record<string, number>;
  /** Why the file could not be read to its end. */
  damage: string | null;
  wasStopped: boolean;
};

export type ImportReport = {
  refused(notice: LineNotice): void;
  warned(notice: LineNotice): void;
  progress(soFar: Readonly<ImportSummary>): void;
};

/** Records and characters of one transaction: enough to share the cost of statements, little enough to hold in memory. */
const batchRecords = 250;
const batchCharacters = 4_000_000;

/**
 * Imports a JSON Lines file of records, gzip-compressed or not. Every line that cannot be taken is reported and passed over; all
 * others are in the archive, published and queued for the index, when the promise resolves. The same file again changes nothing.
 * Throws when the file cannot be opened or the database is away; whole batches before that are stored.
 */
export async function importFile(options: ImportOptions, report: ImportReport): Promise<ImportSummary> {
  const run = startRun(options, report);
  let batch: NumberedRecord[] = [];
  let characters = 0;
  try {
    for await (const line of fileLines(options.path)) {
      run.summary.lines += 1;
      const record =
        "problem" in line ? run.refuse(line.number, line.problem) : run.read(line.number, line.text);
      if (!record) continue;
      batch.push(record);
      characters += "text" in line ? line.text.length : 0;
      if (batch.length < batchRecords && characters < batchCharacters) continue;
      await run.store(batch);
      batch = [];
      characters = 0;
      if (options.stopping?.aborted) break;
    }
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    run.summary.damage = error.message;
  }
  if (options.stopping?.aborted) run.summary.wasStopped = true;
  else await run.store(batch);
  return run.finish();
}

function startRun(options: ImportOptions, report: ImportReport) {
  const summary: ImportSummary = {
    lines: 0,
    created: 0,
    changed: 0,
    unchanged: 0,
    refused: 0,
    kept: 0,
    warnings: 0,
    relations: 0,
    unresolved: 0,
    absent: [],
    authorities: {},
    ignored: {},
    damage: null,
    wasStopped: false,
  };
  const lineOf = new Map<string, number>();
  const made = new Map<string, string>();
  const cache: AuthorityCache = new Map();
  const context = { ...options, fileName: basename(options.path), cache };
  const awaited: string[] = [];

  function refuse(number: number, reason: string): null {
    summary.refused += 1;
    report.refused({ number, reason });
    return null;
  }

  function read(number: number, text: string): NumberedRecord | null {
    const line = readRecordLine(text);
    if (!line.ok) return refuse(number, line.reason);
    const { record, ignored } = line;
    const earlier = lineOf.get(record.id);
    if (earlier !== undefined) return refuse(number, `Line ${earlier} has the same id, ${record.id}.`);
    lineOf.set(record.id, number);
    for (const field of ignored) summary.ignored[field] = (summary.ignored[field] ?? 0) + 1;
    return { number, record };
  }

  function count(result: BatchResult) {
    summary.created += result.created;
    summary.changed += result.changed;
    summary.unchanged += result.unchanged;
    summary.relations += result.relations;
    summary.kept += result.kept.length;
    summary.warnings += result.warnings.length + result.kept.length;
    for (const notice of [...result.warnings, ...result.kept].toSorted((a, b) => a.number - b.number))
      report.warned(notice);
    // A dry run makes the same entry in every batch that needs it; it counts once.
    for (const [key, kind] of result.authorities) made.set(key, kind);
    awaited.push(...result.awaited);
  }

  /** A batch that the database refuses is halved until only the record it cannot take is left out. */
  async function store(batch: readonly NumberedRecord[]): Promise<void> {
    const [first] = batch;
    if (!first) return;
    try {
      count(await importBatch(batch, context));
    } catch (error) {
      const reason = refusalOf(error);
      if (reason === null) throw error;
      if (batch.length === 1) return void refuse(first.number, reason);
      const half = Math.ceil(batch.length / 2);
      await store(batch.slice(0, half));
      return store(batch.slice(half));
    }
    report.progress(summary);
  }

  async function finish(): Promise<ImportSummary> {
    // Nothing of a dry run was kept to relate to; what the file itself brings would be there.
    const here = options.isDryRun
      ? (id: string) => lineOf.has(id)
      : await findAwaited(db(), awaited).then((still) => (id: string) => !still.has(id));
    const missing = new Map<string, number>();
    for (const id of awaited)
      if (!here(id)) missing.set(id, (missing.get(id) ?? 0) + 1);
      else if (options.isDryRun) summary.relations += 1;
    summary.absent = [...missing.keys()].toSorted((a, b) => (missing.get(b) ?? 0) - (missing.get(a) ?? 0));
    summary.unresolved = [...missing.values()].reduce((sum, count) => sum + count, 0);
    for (const kind of made.values()) summary.authorities[kind] = (summary.authorities[kind] ?? 0) + 1;
    return summary;
  }

  return { summary, refuse, read, store, finish };
}
