/** A published run of folios; `from` and `to` are inclusive and null where the reference has no numbers. */
export type FolioRun = { readonly id: number; readonly from: number | null; readonly to: number | null };

export type Stretch = { readonly from: number; readonly to: number };

/** What of a file is published: its outer bounds, the stretches between them of which nothing is, and which runs meet. */
export type FolioCoverage = {
  readonly bounds: Stretch | null;
  readonly gaps: readonly Stretch[];
  /** For each run that shares folios with others, the ids of those, in the order of their folios. */
  readonly overlaps: ReadonlyMap<number, readonly number[]>;
};

/** One run is compared with at most so many before it, so that a file of thousands stays quick. */
const mostCompared = 60;

/** Covers the folios of one file. Runs may come in any order; those without numbers cover nothing. */
export function folioCoverage(runs: readonly FolioRun[]): FolioCoverage {
  const numbered = runs
    .flatMap(({ id, from, to }) => (from === null || to === null ? [] : [{ id, from, to }]))
    .toSorted((a, b) => a.from - b.from || a.to - b.to || a.id - b.id);
  const [first] = numbered;
  if (!first) return { bounds: null, gaps: [], overlaps: new Map() };
  const gaps: Stretch[] = [];
  const met = new Map<number, number[]>();
  const meet = (one: number, other: number) => met.set(one, [...(met.get(one) ?? []), other]);
  let reached = first.to;
  for (const [index, run] of numbered.entries()) {
    if (run.from > reached + 1) gaps.push({ from: reached + 1, to: run.from - 1 });
    if (index > 0 && run.from <= reached) {
      for (const earlier of numbered.slice(Math.max(0, index - mostCompared), index)) {
        if (earlier.to < run.from) continue;
        meet(earlier.id, run.id);
        meet(run.id, earlier.id);
      }
    }
    reached = Math.max(reached, run.to);
  }
  return { bounds: { from: first.from, to: reached }, gaps, overlaps: met };
}

/** A stretch as references write it: "7", "7–12". */
export const stretchInWords = ({ from, to }: Stretch): string =>
  from === to ? String(from) : `${from}–${to}`;
