import { findAnchors } from "@/db/queries/search-documents";
import type { SearchHit } from "./results";

type Hit = Omit<SearchHit, "anchor">;

/** The hits with the paragraph in which the passage they show stands; null where it is none of a text. */
export async function withAnchors(hits: readonly Hit[]): Promise<SearchHit[]> {
  const wanted = hits.flatMap((hit) => {
    const words = wordsOfParagraph(hit.snippet);
    return words === null ? [] : [{ id: hit.id, words }];
  });
  const anchors = await findAnchors(wanted);
  return hits.map((hit) => ({ ...hit, anchor: anchors.get(hit.id) ?? null }));
}

/** What a passage of a text shows of the paragraph with its first match; null where it shows no match of a text. */
export function wordsOfParagraph(snippet: Hit["snippet"]): string | null {
  if (snippet === null || snippet.field === null) return null;
  const matched = snippet.fragments.findIndex(({ isMatch }) => isMatch);
  if (matched === -1) return null;
  const joined = (fragments: Hit["title"]) => fragments.map(({ text }) => text).join("");
  const before = joined(snippet.fragments.slice(0, matched)).replace(/^… /, "");
  const after = joined(snippet.fragments.slice(matched)).replace(/ …$/, "");
  return `${before.slice(before.lastIndexOf("\n") + 1)}${after.split("\n", 1)[0] ?? ""}`.trim() || null;
}
