import type { SearchScope } from "@/lib/archive/search-scopes";
import type { WordField } from "@/lib/archive/search-query";

/** The field of the query language that a scope looks in; null looks in all. */
export const fieldOfScope: Readonly<Record<SearchScope, WordField | null>> = {
  everything: null,
  titles: "title",
  summaries: "summary",
  text: "text",
  people: "person",
  collections: "collection",
};
