import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { countMonths, countYears } from "@/db/queries/years";
import { recordsTag } from "@/lib/archive/cache-tags";
import type { ListView } from "@/lib/archive/list-query";
import { dependsOn } from "@/lib/cache/render-scope";
import { loadRecordList } from "@/lib/record-lists/loaders";

/** Published records by the year their date begins in, and how many have no date. */
export const loadYears = cache(async () => {
  dependsOn(recordsTag);
  const counts = await countYears();
  return {
    years: counts.flatMap(({ year, records }) => (year === null ? [] : [{ year, records }])),
    undated: counts.find(({ year }) => year === null)?.records ?? 0,
  };
});

/** A year with its months and one page of its records: of all, or of one month. A year without records is not found. */
export const loadYear = cache(async (year: number, month: number | null, ...[page, sort]: ListView) => {
  dependsOn(recordsTag);
  const counts = await countMonths(year);
  if (counts.length === 0) notFound();
  const list = await loadRecordList({ by: "year", year, month }, { page, sort });
  const total = counts.reduce((sum, { records }) => sum + records, 0);
  return { months: counts, total, list };
});

/** One page of the records that have no date. */
export const loadUndated = cache(async (...[page, sort]: ListView) => {
  dependsOn(recordsTag);
  return loadRecordList({ by: "undated" }, { page, sort });
});
