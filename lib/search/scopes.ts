import type { SearchScope } from "@/lib/archive/search-scopes";
import type { SearchedAttribute } from "./document";

/** The attributes of an index document that a scope looks in; null looks in all. */
export const attributesOf: Readonly<Record<SearchScope, readonly SearchedAttribute[] | null>> = {
  everything: null,
  titles: ["title", "otherTitles"],
  summaries: ["summary"],
  text: ["text"],
  people: ["names"],
  collections: ["collectionTitles"],
};
