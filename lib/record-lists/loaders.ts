import "server-only";
import { notFound } from "next/navigation";
import { listRecords, type RecordFilter } from "@/db/queries/listed-records";
import { listedRecord, type ListedRecord } from "@/lib/archive/listed-record";

/** Records on one page of a list. */
const recordsPerPage = 50;

export type RecordListPage = {
  readonly records: readonly ListedRecord[];
  /** How many records the whole list has. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

/** A page of the published records that match, in date order. A page that the list does not reach is not found. */
export async function loadRecordList(filter: RecordFilter, page: number): Promise<RecordListPage> {
  const { rows, total } = await listRecords(filter, page, recordsPerPage);
  const pages = Math.max(1, Math.ceil(total / recordsPerPage));
  if (page > pages) notFound();
  return { records: rows.map(listedRecord), total, page, pages };
}
