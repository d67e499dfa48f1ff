/** Ranges that are marked at most; a page with more is not read by its marks. */
const mostMarks = 2_000;

/** Without case and marks over letters, each letter in its old place. */
const folded = (text: string) =>
  text.replaceAll(/[^\0-\u007F]/g, (letter) => {
    const plain = letter.normalize("NFD").replaceAll(/\p{M}+/gu, "");
    return plain.length === letter.length ? plain : letter;
  });

const escaped = (word: string) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Finds the words of a query as the search understands it: quoted ones side by side, without those that it excludes. */
export function wordsToMark(query: string): RegExp | null {
  const wanted = [
    ...folded(query).matchAll(/(?<![^\s(])(-?)(?:["“„«]([^"”“»]+)["”“»]|([^\s"“”„«»]+))/g),
  ].flatMap(([, excluded, phrase, word]) => {
    if (excluded || word === "OR") return [];
    const words = (phrase ?? word ?? "").match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.length > 0 ? [words.map(escaped).join("[^\\p{L}\\p{N}]+")] : [];
  });
  if (wanted.length === 0) return null;
  const stems = wanted.map((word) => (word.length > 4 ? word.replace(/(?:ies|es|s|ed|ing|y)$/i, "") : word));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${stems.join("|")})[\\p{L}\\p{N}]{0,3}(?![\\p{L}\\p{N}])`, "giu");
}

/** Where the words stand in the text nodes of an element; words that markup divides are not found. */
export function rangesOf(element: Element, finder: RegExp): Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && ranges.length < mostMarks; node = walker.nextNode()) {
    if (node.parentElement?.closest("[data-permalink], [data-cite-paragraph], [data-page-mark]")) continue;
    for (const { 0: words, index } of folded(node.textContent ?? "").matchAll(finder)) {
      const range = new Range();
      range.setStart(node, index);
      range.setEnd(node, index + words.length);
      ranges.push(range);
    }
  }
  return ranges;
}
