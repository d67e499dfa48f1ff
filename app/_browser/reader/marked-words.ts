/** Ranges that are marked at most; a page with more is not read by its marks. */
const mostMarks = 2_000;

/** Without case and marks over letters, each letter in its old place. */
const folded = (text: string) =>
  text.replaceAll(/[^\0-\u007F]/g, (letter) => {
    const plain = letter.normalize("NFD").replaceAll(/\p{M}+/gu, "");
    return plain.length === letter.length ? plain : letter;
  });

/** A piece of a query: a minus sign, the name of a field, then a parenthesis, a quotation or a word. */
const pieces =
  /(?<minus>(?<![^\s(|:])-+)?(?<field>\p{L}[\p{L}_-]*:(?!\/\/))?(?:(?<sign>[()])|["“”„«»](?<phrase>[^"“”„«»]*)["“”„«»]?|(?<word>[^\s()|"“”„«»]+))/gu;

/** Fields whose values are no words of a text. */
const withValues = /^(?:id|year|date|lang|language|type|has):$/i;

/** What a word or phrase looks like in a text: words in any of their forms, a quotation as it is, a beginning with any ending. */
function patternOf(text: string, isQuoted: boolean): string[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const last = words.pop();
  if (last === undefined) return [];
  const before = words.map((word) => `${word}[^\\p{L}\\p{N}]+`).join("");
  if (/\*\P{L}*$/u.test(text)) return [`${before}${last}[\\p{L}\\p{N}]*`];
  if (isQuoted || last.length < 3) return [before + last];
  const stem = last.length > 4 ? last.replace(/(?:ies|es|s|ed|ing|y)$/i, "") : last;
  // Short words with any ending are other words: "war", "Warsaw".
  const ending =
    last.length > 3 ? "[\\p{L}\\p{N}]{0,3}" : "(?:s|es|d|ed|ing|[^\\P{L}\\p{Script=Latin}]{0,3})";
  return [before + stem + ending];
}

/** Finds the words of a query as the search understands it; not those that it leaves out, nor dates and other values. */
export function wordsToMark(query: string): RegExp | null {
  const wanted: { text: string; isQuoted: boolean }[] = [];
  let depth = 0;
  /** The depth from which on nothing is wanted. */
  let leftOutFrom = Infinity;
  let isNegated = false;
  for (const { groups = {} } of folded(query).matchAll(pieces)) {
    const { minus, field, sign, phrase, word } = groups;
    const isLeftOut = isNegated || minus !== undefined || withValues.test(field ?? "");
    isNegated = word === "NOT";
    if (sign === "(") {
      depth += 1;
      if (isLeftOut) leftOutFrom = Math.min(leftOutFrom, depth);
    } else if (sign === ")") {
      depth = Math.max(0, depth - 1);
      if (depth < leftOutFrom) leftOutFrom = Infinity;
    } else if (!isLeftOut && depth < leftOutFrom && !/^(?:AND|OR|NOT)$/.test(word ?? "")) {
      wanted.push({ text: phrase ?? word ?? "", isQuoted: phrase !== undefined });
    }
  }
  // A phrase is marked whole, though its first word alone was asked for too.
  const longestFirst = wanted.toSorted((a, b) => b.text.length - a.text.length);
  const patterns = longestFirst.flatMap(({ text, isQuoted }) => patternOf(text, isQuoted));
  if (patterns.length === 0) return null;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join("|")})(?![\\p{L}\\p{N}])`, "giu");
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
