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

export type EngineHit = Partial<RecordDocument> & { readonly _formatted?: Partial<RecordDocument> };

export type EngineAnswer = {
  readonly hits: readonly EngineHit[];
  readonly total: number;
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
};

/** The engine cannot be asked: none is set, it does not answer, or it has no index yet. Searches go to PostgreSQL. */
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
const firstLookMs = 10;
const longestLookMs = 250;

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

/** Runs a request; an engine that cannot be reached or is failing becomes `EngineAway`, its refusals stay what they are. */
async function reached<Answer>(request: () => Promise<Answer>): Promise<Answer> {
  try {
    return await request();
  } catch (error) {
    const isRefusal = error instanceof MeilisearchApiError && error.response.status < 500;
    if (isRefusal || error instanceof EngineRefused || error instanceof EngineAway) throw error;
    throw new EngineAway("The search engine does not answer.", { cause: error });
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
 * Asks the live index several questions in one request. Throws `EngineAway` where PostgreSQL should answer instead; after a
 * failure it does so at once until the engine is back.
 */
export async function ask(questions: readonly EngineQuestion[]): Promise<EngineAnswer[]> {
  if (!isEngineSet() || !breaker.isClosed()) throw new EngineAway("The search engine is away.");
  const queries = questions.map((question) => ({ indexUid: liveIndex(), ...question }));
  try {
    const { results } = await reached(() =>
      client(searchPatienceMs).multiSearch<{ queries: MultiSearchQuery[] }, EngineHit>({ queries }),
    );
    breaker.succeeded();
    return results.map((result) => ({
      hits: result.hits,
      total: result.totalHits ?? 0,
      facets: result.facetDistribution ?? {},
    }));
  } catch (error) {
    if (isUnknownIndex(error)) throw new EngineAway("There is no index yet.", { cause: error });
    if (error instanceof EngineAway) {
      const isSlow = error.cause instanceof MeilisearchRequestTimeOutError;
      breaker.failed(isSlow ? "slow" : "away");
    }
    throw error;
  }
}

/** Waits until the engine has done a job; throws `EngineRefused` with its reason where it failed. */
async function done(enqueue: (engine: Meilisearch) => EnqueuedTaskPromise) {
  const engine = client(requestPatienceMs);
  const { taskUid } = await reached(() => enqueue(engine));
  const began = Date.now();
  // The client's own waiting adds a listener for each look and never takes it away.
  for (let pause = firstLookMs; ; pause = Math.min(pause * 1.5, longestLookMs)) {
    await sleep(pause);
    const { status, error } = await reached(() => engine.tasks.getTask(taskUid));
    if (status === "succeeded") return;
    if (status === "failed" || status === "canceled")
      throw new EngineRefused(`The search engine refused a job: ${error?.message ?? status}`);
    if (Date.now() - began > taskPatienceMs)
      throw new EngineAway("The search engine took too long over a job.");
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

/** Whether the engine holds this index. Throws `EngineAway`. */
export async function hasIndex(index: string): Promise<boolean> {
  try {
    await reached(() => client(requestPatienceMs).getRawIndex(index));
    return true;
  } catch (error) {
    if (isUnknownIndex(error)) return false;
    throw error;
  }
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
