import type { ReactNode } from "react";
import { countOf } from "@/lib/archive/counts";
import { pageHref } from "@/lib/archive/hrefs";
import type { ListedRecord } from "@/lib/archive/listed-record";
import { EmptyState } from "./empty-state";
import { Pagination } from "./pagination";
import { RecordList } from "./record-list";
import styles from "./record-section.module.css";

type Properties = {
  list: { records: readonly ListedRecord[]; total: number; page: number; pages: number };
  /** The page's own address, and what its query says beside the page number. */
  path: string;
  query?: Readonly<Record<string, string | number | null>>;
  /** Ways to narrow the list, below its heading. */
  above?: ReactNode;
};

/** The records of a collection, a person, a place or a year, a page at a time. */
export function RecordSection({ list, path, query = {}, above }: Properties) {
  return (
    <section aria-labelledby="records" className={styles.section}>
      <div className={styles.head}>
        <h2 id="records">Records</h2>
        {list.total > 0 ? <p className={styles.count}>{countOf(list.total, "record")}</p> : null}
      </div>
      {above}
      {list.total > 0 ? (
        <RecordList records={list.records} />
      ) : (
        <EmptyState title="No published records yet" />
      )}
      <Pagination page={list.page} pages={list.pages} hrefOf={(page) => pageHref(path, page, query)} />
    </section>
  );
}
