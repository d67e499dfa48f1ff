import type { Metadata } from "next";
import { Pagination } from "@/app/_components/pagination";
import { parseRecordList, recordListHref } from "@/lib/curation/list-state";
import { loadRecordList } from "@/lib/curation/loaders";
import { DeskHeading } from "../_components/desk-heading";
import { RecordTable } from "../_components/record-table";
import { RecordFilters } from "./_components/record-filters";
import styles from "../desk.module.css";

export const metadata: Metadata = { title: "Records" };

export default async function RecordsPage({ searchParams }: PageProps<"/admin/records">) {
  const state = parseRecordList(await searchParams);
  const { rows, total, pages, collections, mayCreate } = await loadRecordList(state);
  return (
    <>
      <DeskHeading title="Records" kicker={`${total.toLocaleString("en")} in this list`}>
        {mayCreate ? (
          <a href="/admin/records/new" data-button="">
            New record
          </a>
        ) : null}
      </DeskHeading>
      <RecordFilters state={state} collections={collections} />
      {total === 0 ? (
        <p className={styles.empty}>No record matches.</p>
      ) : (
        <RecordTable rows={rows} caption="Records" />
      )}
      <Pagination page={state.page} pages={pages} hrefOf={(page) => recordListHref({ ...state, page })} />
    </>
  );
}
