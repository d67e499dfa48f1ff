import type { Rebuild, RebuildStage, RebuildWish } from "@/lib/search/rebuild";
import { amount, say, secondsSince, startProgress, type Progress } from "./progress";

const labels: Record<RebuildStage, string> = {
  vectors: "Words and passages",
  postings: "Postings",
  documents: "Search index",
};

type Step = { stage: RebuildStage; progress: Progress; began: number; from: number; done: number };

/** Shows a rebuild as it goes on: what it began with, and for each stage how far it is, how fast and for how long still. */
export function showRebuild(): Pick<RebuildWish, "onFound" | "onProgress"> & {
  /** Says the last word of the stage that ends. */
  finish(): void;
  /** How far the last stage is, for who interrupts it. */
  standing(): string;
} {
  let step: Step | null = null;
  let resumed: Rebuild | null = null;

  function finish() {
    if (step) step.progress.finish(`${amount(step.done)} records in ${secondsSince(step.began)}`);
    step = null;
  }

  return {
    onFound(earlier, isResumed) {
      resumed = isResumed ? earlier : null;
      say(isResumed ? goingOn(earlier) : beginningAnew(earlier));
    },
    onProgress(stage, done, total) {
      if (step?.stage !== stage) {
        finish();
        const from = resumed?.stage === stage ? resumed.done : 0;
        step = { stage, progress: startProgress(labels[stage]), began: performance.now(), from, done };
      }
      step.done = done;
      step.progress.note(inWords(step, done, total));
    },
    finish,
    standing: () => (step ? `${labels[step.stage]}, ${amount(step.done)} records` : "the beginning"),
  };
}

const since = ({ startedAt }: Rebuild) => `${startedAt.toISOString().slice(0, 16).replace("T", " ")} UTC`;

const goingOn = (rebuild: Rebuild) =>
  `Going on with the rebuild of ${since(rebuild)} where it was interrupted: ${labels[rebuild.stage]}, ${amount(rebuild.done, rebuild.total)}.`;

const beginningAnew = (rebuild: Rebuild) =>
  `The rebuild of ${since(rebuild)} is of no use any more: beginning anew.`;

/** "12,400 of 31,408 (39 %), 240 a second, 1 min 19 s left". */
export function inWords({ began, from }: Pick<Step, "began" | "from">, done: number, total: number): string {
  const seconds = (performance.now() - began) / 1000;
  const rate = (done - from) / seconds;
  if (!(rate > 0) || seconds < 1) return amount(done, total);
  return `${amount(done, total)}, ${Math.round(rate).toLocaleString("en")} a second, ${timeInWords((total - done) / rate)} left`;
}

/** "45 s", "1 min 20 s", "2 h 5 min". */
export function timeInWords(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
