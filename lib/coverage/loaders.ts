import "server-only";
import { cache } from "react";
import { countCompleteness, countCoverage, findYearRange } from "@/db/queries/coverage";
import { authoritiesTag, recordsTag } from "@/lib/archive/cache-tags";
import { columnsBetween, coverageStep, type CoverageRows } from "@/lib/archive/coverage";
import { dependsOn } from "@/lib/cache/render-scope";
import { completenessTable, entryTable } from "./view";

/** Entries that get a row of their own; the others share one. */
const mostRows = 30;

/** Published records in time against places, languages, archives or what is there of them, as a table; null where nothing is dated. */
export const loadCoverage = cache(async (by: CoverageRows) => {
  dependsOn(recordsTag, authoritiesTag);
  const range = await findYearRange();
  if (range === null) return null;
  const step = coverageStep(range.first, range.last);
  const columns = columnsBetween(range.first, range.last, step);
  return by === "completeness"
    ? completenessTable(columns, step, await countCompleteness(step))
    : entryTable(columns, step, by, await countCoverage(by, step, mostRows));
});
