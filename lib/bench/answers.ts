/** The answers of one run: how long each took, in milliseconds, how long all of them together, and how many failed. */
export type Answers = {
  readonly times: readonly number[];
  readonly seconds: number;
  readonly failures: number;
};

/** What came back: requests a second and response times in milliseconds; `failures` are answers other than 2xx and none at all. */
export type Load = {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly failures: number;
};

/** The figures of one run, or of several together. */
export function figuresOf(runs: readonly Answers[]): Load {
  const times = runs.flatMap((run) => run.times).toSorted((a, b) => a - b);
  const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
  return {
    requests: times.length,
    perSecond: seconds > 0 ? times.length / seconds : 0,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    p99: quantile(times, 0.99),
    failures: runs.reduce((sum, run) => sum + run.failures, 0),
  };
}

/** The smallest time that at least this share of the answers did not exceed; 0 when there are none. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
