import { setTimeout as sleep } from "node:timers/promises";
import {
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestTimeOutError,
  type EnqueuedTaskPromise,
  type MultiSearchQuery,
} from "meilisearch";
import { env } from "@/lib/env";
import { Breaker } from "./breaker";
import type { RecordDocument } from "./document";
import { indexSettings } from "./settings";

/** One question to the engine; the index it goes to is added here. */
export type EngineQuestion = Omit<MultiSearchQuery, "indexUid">;

export type EngineAnswer = {
  readonly hits: readonly Partial<RecordDocument>[];
  readonly total: number;
};

/** The engine cannot be asked: none is set, it does not answer, or it has no index yet. Searches do without its say. */
export class EngineAway extends Error {
  override name = "EngineAway";
}

/** The engine took a job and failed at it. */
export class EngineRefused extends Error {
  override name = "EngineRefused";
}

const searchPatienceMs = 2_500;
const requestPatienceMs = 60_000;
/** One step of documents on a busy machine; the queue before it may hold others. */
const taskPatienceMs = 600_000;
const shortestLookMs = 5;
const longestLookMs = 250;
/** A job is looked at again after this share of the time it has taken, so that a short one is not noticed late. */
const lookShare = 0.1;

export const isEngineSet = (): boolean => env().MEILI_URL !== undefined;

/** The index that searches ask. */
export const liveIndex = (): string => `${env().MEILI_PREFIX}_records`;

/** The index that a rebuild fills before the two change places. */
export const nextIndex = (): string => `${env().MEILI_PREFIX}_records_new`;

const clients = new Map<number, Meilisearch>();

function client(timeout: number): Meilisearch {
  const { MEILI_URL: host, MEILI_KEY: apiKey } = env();
  if (!host) throw new EngineAway("No search engine is set (MEILI_URL).");
  const known = clients.get(timeout);
  if (known) return known;
  const made = new Meilisearch({
    host,
    ...(apiKey ? { apiKey } : {}),
    timeout,
    // Compressed answers on a kept connection arrive 40 ms late: the engine's last packet waits for an acknowledgement.
    requestInit: { headers: { "accept-encoding": "identity" } },
  });
  clients.set(timeout, made);
  return made;
}

const isUnknownIndex = (error: unknown) =>
  error instanceof MeilisearchApiError && error.cause?.code === "index_not_found";

/** Refusals that say nothing of what was asked: too many at once, or a key that is not ours. */
const passingStatuses = [401, 403, 429];

/** Runs a request; an engine that cannot be reached or is failing becomes `EngineAway`, its refusals stay what they are. */
async function reached<Answer>(request: () => Promise<Answer>): Promise<Answer> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof EngineRefused || error instanceof EngineAway) throw error;
    if (!(error instanceof MeilisearchApiError))
      throw new EngineAway("The search engine does not answer.", { cause: error });
    const { status } = error.response;
    if (status < 500 && !passingStatuses.includes(status)) throw error;
    throw new EngineAway(`The search engine does not serve us: ${error.message}`, { cause: error });
  }
}

const breaker = new Breaker(async () => (await engineHealth()) === "ready");

/** How the engine is; never throws and never waits longer than a search would. */
export async function engineHealth(): Promise<"ready" | "away" | "unset"> {
  if (!isEngineSet()) return "unset";
  const answer = await client(searchPatienceMs)
    .health()
    .catch(() => null);
  return answer?.status === "available" ? "ready" : "away";
}

/**
 * Asks the live index several questions in one request. Throws `EngineAway` where it cannot be asked; after a failure it does so at once
 * until the engine is back.
 */
export async function ask(questions: readonly EngineQuestion[]): Promise<EngineAnswer[]> {
  if (!isEngineSet() || !breaker.isClosed()) throw new EngineAway("The search engine is away.");
  const queries = questions.map((question) => ({ indexUid: liveIndex(), ...question }));
  try {
    const { results } = await reached(() =>
      client(searchPatienceMs).multiSearch<{ queries: MultiSearchQuery[] }, Partial<RecordDocument>>({
        queries,
      }),
    );
    breaker.succeeded();
    return results.map(({ hits, totalHits }) => ({ hits, total: totalHits ?? 0 }));
  } catch (error) {
    if (isUnknownIndex(error)) throw new EngineAway("There is no index yet.", { cause: error });
    if (error instanceof EngineAway) {
      const isSlow = error.cause instanceof MeilisearchRequestTimeOutError;
      breaker.failed(isSlow ? "slow" : "away");
    }
    throw error;
  }
}

/** Waits until the engine has done a job; throws `EngineRefused` with its reason where what it was given is at fault. */
async function done(enqueue: (engine: Meilisearch) => EnqueuedTaskPromise) {
  const engine = client(requestPatienceMs);
  const { taskUid } = await reached(() => enqueue(engine));
  const began = Date.now();
  // The client's own waiting adds a listener for each look and never takes it away.
  for (;;) {
    const taken = Date.now() - began;
    await sleep(Math.min(Math.max(taken * lookShare, shortestLookMs), longestLookMs));
    const { status, error } = await reached(() => engine.tasks.getTask(taskUid));
    if (status === "succeeded") return;
    if (status === "failed" && error?.type === "invalid_request")
      throw new EngineRefused(`The search engine refused a job: ${error.message}`);
    if (status === "failed" || status === "canceled")
      throw new EngineAway(`The search engine could not do a job: ${error?.message ?? status}`);
    if (taken > taskPatienceMs) throw new EngineAway("The search engine took too long over a job.");
  }
}

/** Puts documents into an index in place of older ones of the same id, and returns when they can be found. */
export async function putDocuments(index: string, documents: readonly RecordDocument[]) {
  if (documents.length === 0) return;
  await done((engine) => engine.index<RecordDocument>(index).addDocuments([...documents]));
}

/** Takes documents out of an index; ids that it does not hold do no harm. */
export async function removeDocuments(index: string, ids: readonly number[]) {
  if (ids.length > 0) await done((engine) => engine.index(index).deleteDocuments([...ids]));
}

/**
 * When the engine made this index, by its own clock; null where it holds none of this name. An index keeps it when it changes places
 * with another, so that it tells whether an index is the one that we built. Throws `EngineAway`.
 */
export async function indexMadeAt(index: string): Promise<string | null> {
  try {
    const { createdAt } = await reached(() => client(requestPatienceMs).getRawIndex(index));
    return createdAt;
  } catch (error) {
    if (isUnknownIndex(error)) return null;
    throw error;
  }
}

const hasIndex = async (index: string): Promise<boolean> => (await indexMadeAt(index)) !== null;

/** How many documents an index holds; null where there is none. Throws `EngineAway`. */
export async function countDocuments(index: string): Promise<number | null> {
  try {
    const stats = await reached(() => client(searchPatienceMs).index(index).getStats());
    return stats.numberOfDocuments;
  } catch (error) {
    if (isUnknownIndex(error)) return null;
    throw error;
  }
}

/** Some records: those with ids above `after` and up to `upTo`, where that is given; or these. */
export type RecordChoice =
  | { readonly after: number; readonly upTo: number | null }
  | { readonly ids: readonly number[] };

function filterOf(choice: RecordChoice): string {
  if ("ids" in choice) return `id IN [${choice.ids.join(", ")}]`;
  return choice.upTo === null ? `id > ${choice.after}` : `id > ${choice.after} AND id <= ${choice.upTo}`;
}

/** The documents of some records as an index holds them: one page of them, in no order. Throws `EngineAway`. */
export async function listDocuments(
  index: string,
  choice: RecordChoice,
  page: { readonly offset: number; readonly limit: number },
): Promise<Record<string, unknown>[]> {
  const { results } = await reached(() =>
    client(requestPatienceMs)
      .index(index)
      .getDocuments<Record<string, unknown>>({ filter: filterOf(choice), ...page }),
  );
  return results;
}

/** Makes an empty index with our settings. */
export async function createIndex(index: string) {
  await done((engine) => engine.createIndex(index, { primaryKey: "id" }));
  await done((engine) => engine.index(index).updateSettings(indexSettings));
}

export async function deleteIndex(index: string) {
  if (await hasIndex(index)) await done((engine) => engine.deleteIndex(index));
}

/** Lets the next index take the live one's place between two searches; what was live is gone afterwards. */
export async function promoteNextIndex() {
  const indexes: [string, string] = [liveIndex(), nextIndex()];
  const replaces = await hasIndex(liveIndex());
  // A name that nothing bears yet is given, not exchanged.
  if (!replaces) indexes.reverse();
  await done((engine) => engine.swapIndexes([{ indexes, rename: !replaces }]));
  if (replaces) await deleteIndex(nextIndex());
}
