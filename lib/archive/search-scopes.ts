/** Where a search looks, in the order the form offers it; the value is what the address says after `in=`. */
export const searchScopes = [
  { value: "everything", label: "Everything" },
  { value: "titles", label: "Titles" },
  { value: "summaries", label: "Summaries" },
  { value: "text", label: "Full text" },
  { value: "people", label: "People" },
  { value: "collections", label: "Collections" },
] as const;

export type SearchScope = (typeof searchScopes)[number]["value"];
