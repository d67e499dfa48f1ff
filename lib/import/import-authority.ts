import { basename } from "node:path";
import { authoritiesTag, namesTag, tagOf } from "@/lib/archive/cache-tags";
import { personKey } from "@/lib/archive/person-name";
import { db, type Transaction } from "@/db/client";
import { expireTags } from "@/db/commands/expire-tags";
import {
  concludeAgents,
  importAgents,
  recordsOfAgents,
  type AgentsResult,
} from "@/db/commands/import-agents";
import { resolveAuthorities } from "@/db/commands/import-authorities";
import { importPlace } from "@/db/commands/import-places";
import { lockImports } from "@/db/commands/import-records";
import { recordsUnder } from "@/db/commands/authority-tree";
import { reindexRecords } from "@/db/commands/search-outbox";
import { agentEntry, formsOf, placeEntry } from "./authority-entry";
import { readAuthorityLine, type AuthorityLine } from "./authority-line";
import { fileLines } from "./lines";

/** What an import of an authority file did. */
export type AuthoritySummary = {
  lines: number;
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
  /** Entries that records had made and that are one with an entry of the file now. */
  merged: number;
  /** Entries that were found by their name alone: who in the file, and who here. */
  matched: { readonly origin: string; readonly name: string; readonly here: string }[];
  /** Records that are found by other names now. */
  reindexed: number;
  ignored: Record<string, number>;
  wasStopped: boolean;
};

export type AuthorityOptions = {
  readonly path: string;
  readonly isDryRun: boolean;
  readonly stopping?: AbortSignal;
};

export type AuthorityReport = {
  refused(notice: { number: number; reason: string }): void;
  progress(soFar: Readonly<AuthoritySummary>): void;
};

/** Entries of one transaction, and records that are indexed in one. */
const batchEntries = 500;
const batchRecords = 250;

type Numbered = { readonly number: number; readonly line: AuthorityLine };

/** Ends a dry run's transaction when all is done but nothing is to stay. */
class DryRunOver extends Error {}

/**
 * Imports an authority file of people, organisations and places (JSON Lines, gzip-compressed or not). Read twice: first to know
 * which names one entry only has. Entries are stored batch by batch; then the records that name them are indexed anew, and only
 * then are their lines done, so that an import that was cut off goes on where it was. Throws when the file is damaged or the
 * database is away.
 */
export async function importAuthority(
  options: AuthorityOptions,
  report: AuthorityReport,
): Promise<AuthoritySummary> {
  const summary: AuthoritySummary = {
    lines: 0,
    created: 0,
    changed: 0,
    unchanged: 0,
    refused: 0,
    merged: 0,
    matched: [],
    reindexed: 0,
    ignored: {},
    wasStopped: false,
  };
  const entriesOf = await countNames(options.path);
  const isUnique = (name: string) => entriesOf.get(keyOf(name)) === 1;
  const touched = { agents: new Set<number>(), places: new Set<number>(), hashes: new Array<Hash>() };
  let batch: Numbered[] = [];
  const store = async () => {
    const done = await storeBatch(batch, { ...options, isUnique, summary });
    for (const id of done.agents) touched.agents.add(id);
    for (const id of done.places) touched.places.add(id);
    touched.hashes.push(...done.hashes);
    batch = [];
    report.progress(summary);
  };
  for await (const read of authorityLines(options.path, summary, report)) {
    batch.push(read);
    if (batch.length < batchEntries) continue;
    await store();
    if (!options.stopping?.aborted) continue;
    summary.wasStopped = true;
    break;
  }
  if (!summary.wasStopped && batch.length > 0) await store();
  if (!options.isDryRun) await conclude(touched, summary);
  return summary;
}

type Hash = AgentsResult["hashes"][number];

async function* authorityLines(
  path: string,
  summary: AuthoritySummary,
  report: AuthorityReport,
): AsyncGenerator<Numbered> {
  const lineOf = new Map<string, number>();
  for await (const line of fileLines(path)) {
    summary.lines += 1;
    const read =
      "problem" in line ? { ok: false as const, reason: line.problem } : readAuthorityLine(line.text);
    const earlier = read.ok ? lineOf.get(read.line.id) : undefined;
    if (!read.ok || earlier !== undefined) {
      summary.refused += 1;
      const reason = read.ok ? `Line ${earlier} has the same id, ${read.line.id}.` : read.reason;
      report.refused({ number: line.number, reason });
      continue;
    }
    lineOf.set(read.line.id, line.number);
    for (const field of read.ignored) summary.ignored[field] = (summary.ignored[field] ?? 0) + 1;
    yield { number: line.number, line: read.line };
  }
}

/** A name in both orders is one name. */
const keyOf = (name: string): string => personKey(name) ?? name;

/** How many entries of the file have each name. */
async function countNames(path: string): Promise<Map<string, number>> {
  const entries = new Map<string, number>();
  for await (const line of fileLines(path)) {
    const read = "text" in line ? readAuthorityLine(line.text) : null;
    if (!read?.ok || read.line.kind === "place") continue;
    for (const key of new Set(formsOf(read.line).map(keyOf))) entries.set(key, (entries.get(key) ?? 0) + 1);
  }
  return entries;
}

type BatchContext = AuthorityOptions & {
  readonly isUnique: (name: string) => boolean;
  readonly summary: AuthoritySummary;
};

type Done = {
  readonly agents: readonly number[];
  readonly places: readonly number[];
  readonly hashes: readonly Hash[];
};

async function storeBatch(batch: readonly Numbered[], context: BatchContext): Promise<Done> {
  let done: Done = { agents: [], places: [], hashes: [] };
  try {
    await db().transaction(async (tx) => {
      done = await writeBatch(tx, batch, context);
      if (context.isDryRun) throw new DryRunOver();
    });
  } catch (error) {
    if (!(error instanceof DryRunOver)) throw error;
  }
  return done;
}

async function writeBatch(
  tx: Transaction,
  batch: readonly Numbered[],
  { path, isUnique, summary }: BatchContext,
): Promise<Done> {
  await lockImports(tx);
  const origin = (number: number) => `${basename(path)}, line ${number}`;
  const agents = batch
    .filter(({ line }) => line.kind !== "place")
    .map(({ number, line }) => agentEntry(line, origin(number)));
  const places = batch
    .filter(({ line }) => line.kind === "place")
    .map(({ number, line }) => placeEntry(line, origin(number)));
  const codes = [...agents, ...places].flatMap(({ names }) =>
    names.flatMap(({ languageCode }) => languageCode ?? []),
  );
  const languages = codes.map((name) => ({ kind: "language", name }) as const);
  await resolveAuthorities(tx, languages, new Map());
  const result = await importAgents(tx, agents, isUnique);
  summary.created += result.created;
  summary.changed += result.changed;
  summary.unchanged += result.unchanged;
  summary.merged += result.merged;
  summary.matched.push(...result.matched);
  const touchedPlaces: number[] = [];
  for (const entry of places) {
    const { id, outcome, here } = await importPlace(tx, entry);
    summary[outcome] += 1;
    if (outcome === "changed") touchedPlaces.push(id);
    if (here !== null && outcome === "changed")
      summary.matched.push({ origin: entry.origin, name: entry.name, here });
  }
  const tags = [
    ...result.touched.map((id) => tagOf("agent", id)),
    ...touchedPlaces.map((id) => tagOf("place", id)),
  ];
  if (result.hashes.length > 0 || tags.length > 0)
    await expireTags(tx, [...new Set([authoritiesTag, namesTag, ...tags])]);
  return { agents: result.touched, places: touchedPlaces, hashes: result.hashes };
}

type Touched = {
  readonly agents: ReadonlySet<number>;
  readonly places: ReadonlySet<number>;
  readonly hashes: Hash[];
};

/** Indexes the records of what was touched, each once however many of its people changed, and marks the lines as done. */
async function conclude({ agents, places, hashes }: Touched, summary: AuthoritySummary) {
  const records = await db().transaction(async (tx) => {
    const ids = new Set(await recordsOfAgents(tx, [...agents]));
    for (const place of places) for (const id of await recordsUnder(tx, "place", place)) ids.add(id);
    return [...ids];
  });
  for (let start = 0; start < records.length; start += batchRecords)
    await db().transaction((tx) => reindexRecords(tx, records.slice(start, start + batchRecords)));
  summary.reindexed = records.length;
  await db().transaction((tx) => concludeAgents(tx, hashes));
}
