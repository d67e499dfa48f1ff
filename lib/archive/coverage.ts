/** What the rows of the coverage table can be; its columns are years, or decades or centuries where there are too many. */
export const coverageRows = ["completeness", "place", "language", "repository"] as const;
export type CoverageRows = (typeof coverageRows)[number];

/** How many years a column covers. */
export type CoverageStep = 1 | 10 | 100 | 1000;

const mostColumns = 60;

/** The narrowest columns that make a table of readable width between two astronomical years. */
export function coverageStep(first: number, last: number): CoverageStep {
  const steps = [1, 10, 100] as const;
  return steps.find((step) => columnsBetween(first, last, step).length <= mostColumns) ?? 1000;
}

/** The first years of all columns from one astronomical year to another, also of those that will stay empty. */
export function columnsBetween(first: number, last: number, step: CoverageStep): number[] {
  const start = Math.floor(first / step) * step;
  return Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, index) => start + index * step);
}
