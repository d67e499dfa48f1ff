/** What the rows of the coverage table can be; the columns are years or decades. */
export const coverageRows = ["place", "language", "repository", "completeness"] as const;
export type CoverageRows = (typeof coverageRows)[number];
