/** Years before which a chart leaves out the empty ones: more bars than this cannot be told apart. */
const mostBars = 120;

export type YearBar = { readonly year: number; readonly records: number };

/**
 * The bars of a chart by year: every year from the first to the last, empty ones too, so that gaps can be seen. Where that would
 * be too many, only the years that have records.
 */
export function yearBars(counts: readonly YearBar[]): readonly YearBar[] {
  const first = counts[0]?.year;
  const last = counts.at(-1)?.year;
  if (first === undefined || last === undefined || last - first >= mostBars) return counts;
  const byYear = new Map(counts.map(({ year, records }) => [year, records]));
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    year: first + index,
    records: byYear.get(first + index) ?? 0,
  }));
}
