import { hrefWith, pageHref } from "@/lib/archive/hrefs";
import { recordSortLabels } from "@/lib/archive/record-sorts";
import type { RecordListPage } from "./loaders";

type Query = Readonly<Record<string, string | number | null>>;

/** What the address of a list says beside its path: the page's own parameters, the year and the order; the usual ones vanish. */
const queryOf = (list: RecordListPage, query: Query, sort = list.sort): Query => ({
  ...query,
  year: list.year,
  sort: sort === list.sorts[0] ? null : sort,
});

/** Another page of the same list in the same order. */
export const listPageHref = (list: RecordListPage, path: string, query: Query, page: number) =>
  pageHref(path, page, queryOf(list, query));

/** The same list of all years. */
export const allYearsHref = (list: RecordListPage, path: string, query: Query) =>
  hrefWith(path, { ...queryOf(list, query), year: null });

/** Links to the same list in its other orders, each from the start; none where there is nothing to order. */
export function sortLinks(list: RecordListPage, path: string, query: Query) {
  if (list.total < 2) return [];
  return list.sorts.map((sort) => ({
    href: hrefWith(path, queryOf(list, query, sort)),
    label: recordSortLabels[sort],
    isCurrent: sort === list.sort,
  }));
}

/** The address that stands for a list: narrowed or sorted otherwise it shows the same records as it does by itself. */
export const listCanonical = (path: string, list: RecordListPage) =>
  list.year === null && list.sort === list.sorts[0] ? pageHref(path, list.page) : path;
