import { findAnchors } from "@/db/queries/search-documents";
import type { SearchHit } from "./results";
import { matchCount, type Fragment } from "./snippet";

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

/**
 * What a passage of a text shows of the paragraph with most of its matches, the first of such; null where it shows no match of a
 * text.
 */
export function wordsOfParagraph(snippet: Hit["snippet"]): string | null {
  if (snippet === null || snippet.field === null) return null;
  const paragraphs: Fragment[][] = [[]];
  for (const { text, isMatch } of snippet.fragments)
    for (const [index, line] of text.split("\n").entries()) {
      if (index > 0) paragraphs.push([]);
      paragraphs.at(-1)?.push({ text: line, isMatch });
    }
  const counts = paragraphs.map(matchCount);
  const most = Math.max(...counts);
  if (most === 0) return null;
  const words = (paragraphs[counts.indexOf(most)] ?? []).map(({ text }) => text).join("");
  return words.replace(/^… /, "").replace(/ …$/, "").trim() || null;
}
