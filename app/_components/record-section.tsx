import type { ReactNode } from "react";
import { countOf } from "@/lib/archive/counts";
import { yearInWords } from "@/lib/archive/day-number";
import { relOf } from "@/lib/archive/hrefs";
import type { RecordListPage } from "@/lib/record-lists/loaders";
import { allYearsHref, listPageHref, sortLinks } from "@/lib/record-lists/view";
import { EmptyState } from "./empty-state";
import { LinkRow } from "./link-row";
import { Pagination } from "./pagination";
import { RecordList } from "./record-list";
import { SearchWithin, type Within } from "./search-within";
import styles from "./record-section.module.css";

type Properties = {
  list: RecordListPage;
  /** The page's own address, and what its query says beside the page number, the order and the year. */
  path: string;
  query?: Readonly<Record<string, string | number | null>>;
  /** Ways to narrow the list, below its heading. */
  above?: ReactNode;
  /** How to search these records. */
  within?: Within;
  heading?: string;
};

/** The records of a collection, a person, a place or a year in a chosen order, a page at a time. */
export function RecordSection({ list, path, query = {}, above, within, heading = "Records" }: Properties) {
  const sorts = sortLinks(list, path, query);
  const allYears = allYearsHref(list, path, query);
  return (
    <section aria-labelledby="records" className={styles.section}>
      <div className={styles.head}>
        <h2 id="records">{heading}</h2>
        {list.total > 0 ? <p className={styles.count}>{countOf(list.total, "record")}</p> : null}
      </div>
      {within && list.total > 0 ? <SearchWithin {...within} /> : null}
      {above}
      {list.year === null ? null : (
        <p className={styles.year}>
          Only those of {yearInWords(list.year)}.{" "}
          <a href={allYears} rel={relOf(allYears)}>
            All years
          </a>
        </p>
      )}
      {sorts.length > 0 ? <LinkRow label="Sort records" links={sorts} /> : null}
      {list.total > 0 ? (
        <RecordList records={list.records} />
      ) : (
        <EmptyState title="No published records yet" />
      )}
      <Pagination
        page={list.page}
        pages={list.pages}
        hrefOf={(page) => listPageHref(list, path, query, page)}
      />
    </section>
  );
}
