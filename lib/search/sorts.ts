/** Orders of the results, as the form offers them. Ties fall back on relevance, then on the date. */
export const sorts = [
  { value: "relevance", label: "Best match" },
  { value: "oldest", label: "Oldest first" },
  { value: "newest", label: "Newest first" },
  { value: "added", label: "Recently added" },
] as const;

export type SearchSort = (typeof sorts)[number]["value"];
