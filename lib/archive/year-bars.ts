/** More bars than this cannot be told apart: a longer time is drawn by decades, a very long one by centuries. */
const mostBars = 120;
const steps = [1, 10, 100, 1000] as const;
type BarStep = (typeof steps)[number];

export type YearBar = { readonly year: number; readonly records: number };
/** `step` is how many years a bar covers, the first of them being its `year`. */
export type YearBars = { readonly step: BarStep; readonly bars: readonly YearBar[] };

/** The bars of a chart of records over time: evenly from the first to the last, empty ones too, so that gaps can be seen. */
export function yearBars(counts: readonly YearBar[]): YearBars {
  const first = counts[0]?.year;
  const last = counts.at(-1)?.year;
  if (first === undefined || last === undefined) return { step: 1, bars: [] };
  const barOf = (year: number, step: number) => Math.floor(year / step);
  const step = steps.find((each) => barOf(last, each) - barOf(first, each) < mostBars) ?? 1000;
  const records = new Map<number, number>();
  for (const count of counts) {
    const bar = barOf(count.year, step);
    records.set(bar, (records.get(bar) ?? 0) + count.records);
  }
  const start = barOf(first, step);
  return {
    step,
    bars: Array.from({ length: barOf(last, step) - start + 1 }, (_, index) => ({
      year: (start + index) * step,
      records: records.get(start + index) ?? 0,
    })),
  };
}
