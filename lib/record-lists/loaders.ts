import "server-only";
import { notFound } from "next/navigation";
import { listRecords, type RecordFilter } from "@/db/queries/listed-records";
import { listedRecord, type ListedRecord } from "@/lib/archive/listed-record";
import { memberSorts, recordSorts, type RecordSort } from "@/lib/archive/record-sorts";

/** Records on one page of a list. */
const recordsPerPage = 50;

export type RecordListPage = {
  readonly records: readonly ListedRecord[];
  /** How many records the whole list has. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly sort: RecordSort;
  /** The orders it can be read in, its usual one first. */
  readonly sorts: readonly RecordSort[];
  /** The year it is narrowed to. */
  readonly year: number | null;
};

/**
 * A page of the published records that match: of all, or of those dated in `year`. `sort` is null for the list's usual order, by
 * date or, in a collection, as its curators put it. A page that the list does not reach is not found.
 */
export async function loadRecordList(
  filter: RecordFilter,
  { page, sort: wanted, year = null }: { page: number; sort: RecordSort | null; year?: number | null },
): Promise<RecordListPage> {
  const sorts = filter.by === "collection" ? memberSorts : recordSorts;
  const sort = sorts.find((offered) => offered === wanted) ?? sorts[0];
  const { rows, total } = await listRecords(filter, { page, pageSize: recordsPerPage, sort, year });
  const pages = Math.max(1, Math.ceil(total / recordsPerPage));
  if (page > pages) notFound();
  return { records: rows.map(listedRecord), total, page, pages, sort, sorts, year };
}
