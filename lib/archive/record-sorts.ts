/** The orders in which any list of records can be read, the usual one first. */
export const recordSorts = ["date", "-date", "title", "added"] as const;

/** The orders of a collection: first of all the one its curators gave it. */
export const memberSorts = ["order", ...recordSorts] as const;

export type RecordSort = (typeof memberSorts)[number];

export const recordSortLabels: Record<RecordSort, string> = {
  order: "Collection order",
  date: "Oldest first",
  "-date": "Newest first",
  title: "Title",
  added: "Recently added",
};
