/** Orders of the results, as the form offers them. Ties fall back on relevance, then on the date. */
export const sorts = [
  { value: "relevance", label: "Best match", engine: null },
  { value: "oldest", label: "Oldest first", engine: "dateEarliest:asc" },
  { value: "newest", label: "Newest first", engine: "dateEarliest:desc" },
  { value: "added", label: "Recently added", engine: "addedAt:desc" },
] as const;

export type SearchSort = (typeof sorts)[number]["value"];
