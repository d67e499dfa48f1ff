/** A paragraph, heading, list item, table or the like of a clean text, with what its markup says of it. */
export type TextBlock = {
  /** Where its start tag stands among the tokens of its text. */
  readonly at: number;
  /** "p12"; null where it has none yet. */
  readonly anchor: string | null;
  /** The anchor of the paragraph in another text that it renders. */
  readonly renders: string | null;
  /** The page of the scan on which its first word stands, counted from 1; null before the first page break. */
  readonly page: number | null;
  readonly plain: string;
};

/** A clean text in pieces: tags at odd places, words between them; and its blocks in order. */
export type TextTokens = { readonly tokens: readonly string[]; readonly blocks: readonly TextBlock[] };

/** Blocks that take everything in them for their own words. */
const leaves = new Set(["p", "h2", "h3", "h4", "pre", "table"]);
/** Blocks that may hold others, and are paragraphs only where they have words of their own. */
const holders = new Set(["li", "blockquote"]);
const spaced = /^<\/?(?:br|p|li|td|th|tr|caption|h\d|pre|blockquote)\b/;

/** The start of a link to a note of the same text. */
export const noteReference = /^<a href="#n(\d{1,5})"/;

const entities = new Map([
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
]);

const decoded = (words: string) =>
  words.replaceAll(/&(?:amp|lt|gt|quot);/g, (entity) => entities.get(entity) ?? entity);

const tidied = (words: string) => words.replaceAll(/\s+/g, " ").trim();

/** The words of clean HTML alone. */
export const plainOf = (html: string): string =>
  tidied(decoded(html.replaceAll(/<[^>]*>/g, (tag) => (spaced.test(tag) ? " " : ""))));

const attributeIn = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

/** A tag without its paragraph's number and alignment. */
export const withoutAnchor = (tag: string): string => tag.replaceAll(/ (?:id|data-renders)="[^"]*"/g, "");

type OpenBlock = { at: number; tag: string; isLeaf: boolean; page: number | null; words: string };

/**
 * Reads the blocks of a clean text. Each word belongs to one block at most; blocks without words are none. The marks that refer to
 * notes are no words: "1959" with note 2 must not be found as "19592".
 */
export function readBlocks(html: string): TextTokens {
  const tokens = html.split(/(<[^>]*>)/);
  const found: OpenBlock[] = [];
  const open: OpenBlock[] = [];
  let page: number | null = null;
  let isNoteMark = false;
  for (const [at, token] of tokens.entries()) {
    const inner = open.at(-1);
    const [, slash, tag = ""] = /^<(\/?)([a-z][a-z\d]*)/.exec(token) ?? [];
    if (tag === "a") isNoteMark = noteReference.test(token);
    if (isNoteMark) continue;
    if (tag === "") {
      if (inner && inner.words.trim() === "" && token.trim() !== "") inner.page = page;
      if (inner) inner.words += decoded(token);
      continue;
    }
    const broken = attributeIn(token, "data-page");
    if (broken !== null) page = Number(broken);
    if (inner && spaced.test(token)) inner.words += " ";
    if (!leaves.has(tag) && !holders.has(tag)) continue;
    if (slash) open.pop();
    else if (inner?.isLeaf) open.push(inner);
    else {
      const block = { at, tag: token, isLeaf: leaves.has(tag), page, words: "" };
      open.push(block);
      found.push(block);
    }
  }
  const blocks = found.flatMap(({ at, tag, page: start, words }): TextBlock[] => {
    const plain = tidied(words);
    if (plain === "") return [];
    return [
      { at, anchor: attributeIn(tag, "id"), renders: attributeIn(tag, "data-renders"), page: start, plain },
    ];
  });
  return { tokens, blocks };
}

/**
 * The HTML of a read text with other start tags for its blocks; every other tag loses what only a paragraph may have. `retag` gets
 * the block's tag without number and alignment.
 */
export function withBlockTags(
  { tokens, blocks }: TextTokens,
  retag: (block: TextBlock, tag: string, index: number) => string,
): string {
  const starts = new Map(blocks.map((block, index) => [block.at, { block, index }]));
  return tokens
    .map((token, at) => {
      if (at % 2 === 0) return token;
      const start = starts.get(at);
      const bare = withoutAnchor(token);
      return start ? retag(start.block, bare, start.index) : bare;
    })
    .join("");
}
