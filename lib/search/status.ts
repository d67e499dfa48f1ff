import {
  countIndexJobs,
  listFailingIndexJobs,
  type FailingIndexJob,
  type IndexJobCounts,
} from "@/db/queries/index-jobs";
import { findRebuild, isRebuildRunning } from "@/db/queries/index-rebuilds";
import { findIndexState } from "@/db/queries/index-state";
import { countDocuments, engineHealth, liveIndex } from "./engine";
import { indexVersion } from "./settings";

/** How it stands with the search index. */
export type IndexStatus = {
  readonly jobs: IndexJobCounts;
  /** The first of the records that could not be indexed. */
  readonly failures: readonly FailingIndexJob[];
  readonly engine: "ready" | "away" | "unset";
  /** Null before there is one. */
  readonly live: {
    readonly version: string;
    readonly isCurrent: boolean;
    readonly builtAt: Date;
    readonly documentsSent: number;
    /** Null while the engine is away. */
    readonly documents: number | null;
  } | null;
  readonly rebuild: {
    readonly stage: "vectors" | "postings" | "documents";
    readonly done: number;
    readonly total: number;
    readonly startedAt: Date;
    readonly isRunning: boolean;
  } | null;
};

/** Asks queue, database and engine how it stands with the search index; of records that failed, names up to `failuresShown`. */
export async function findIndexStatus(failuresShown: number): Promise<IndexStatus> {
  const name = liveIndex();
  const [jobs, failures, engine, state, rebuild] = await Promise.all([
    countIndexJobs(),
    listFailingIndexJobs(failuresShown),
    engineHealth(),
    findIndexState(name),
    findRebuild(name),
  ]);
  const documents = engine === "ready" ? await countDocuments(name).catch(() => null) : null;
  return {
    jobs,
    failures,
    engine,
    live: state && {
      version: state.version,
      isCurrent: state.version === indexVersion,
      builtAt: state.builtAt,
      documentsSent: state.documentsSent,
      documents,
    },
    rebuild: rebuild && {
      stage: rebuild.stage,
      done: rebuild.done,
      total: rebuild.total,
      startedAt: rebuild.startedAt,
      isRunning: await isRebuildRunning(),
    },
  };
}
