import { countOf, numberInWords } from "@/lib/archive/counts";
import type { IndexStatus } from "@/lib/search/status";

const engineWords = {
  ready: "answers",
  away: "does not answer; PostgreSQL searches meanwhile",
  unset: "none is set; PostgreSQL searches alone",
} as const satisfies Record<IndexStatus["engine"], string>;

const stageWords = {
  vectors: "words and passages",
  postings: "postings",
  documents: "documents",
} as const satisfies Record<NonNullable<IndexStatus["rebuild"]>["stage"], string>;

/** How the engine is, in words. */
export const engineInWords = ({ engine }: IndexStatus): string => engineWords[engine];

/** What waits to be indexed: "12 changes, the oldest for 3 seconds". */
export function waitingInWords({ jobs }: IndexStatus): string {
  if (jobs.waiting === 0) return "nothing";
  return `${countOf(jobs.waiting, "change")}, the oldest for ${timeInWords(jobs.seconds)}`;
}

/** How far a rebuild is; null where there is none: "documents, 1,200 of 31,408". */
export function rebuildInWords({ rebuild }: IndexStatus): string | null {
  if (!rebuild) return null;
  return `${stageWords[rebuild.stage]}, ${numberInWords(rebuild.done)} of ${numberInWords(rebuild.total)}`;
}

/** A stretch of time: "3 seconds", "12 minutes", "5 hours". */
function timeInWords(seconds: number): string {
  if (seconds < 120) return countOf(Math.max(1, Math.round(seconds)), "second");
  if (seconds < 7_200) return countOf(Math.round(seconds / 60), "minute");
  return countOf(Math.round(seconds / 3_600), "hour");
}
