import { diffArrays } from "diff";
import { readBlocks, withBlockTags, type TextBlock, type TextTokens } from "./text-blocks";

/** A paragraph of a stored text: its address on the record's page ("p12"), its words, and where else they stand. */
type TextSegment = {
  readonly anchor: string;
  readonly plain: string;
  /** The paragraph of another text of the record that this one renders. */
  readonly alignedAnchor: string | null;
  /** Page of the scan on which it begins, counted from 1. */
  readonly page: number | null;
};

/** A text as it is stored: clean HTML with a number for each paragraph, the words alone, and its paragraphs. */
export type StoredText = {
  readonly html: string;
  readonly plain: string;
  readonly segments: readonly TextSegment[];
};

/** A text that is about to be stored: its clean HTML, and its paragraphs as stored until now; null where it is new. */
export type TextToStore = { readonly html: string; readonly past: readonly PastSegment[] | null };
export type PastSegment = { readonly anchor: string; readonly plain: string };

const numberOf = (anchor: string) => Number(anchor.slice(1));

/** The highest paragraph number among anchors; 0 where there is none. */
export const highestNumber = (anchors: readonly string[]): number =>
  anchors.reduce((most, anchor) => Math.max(most, numberOf(anchor)), 0);

/** Words that two wordings of a paragraph must share to be the same paragraph, as a part of both (Dice's coefficient). */
const likeness = 0.6;

/**
 * Numbers the paragraphs of all texts of a record, in the order of the texts. `highestEver` is the highest number that the record
 * ever used.
 *
 * A paragraph keeps its number as long as it stays in the record: by its `id`, or, in a text that comes without (from an import,
 * say), by its words. Where two claim one number, the text that held it wins, the first before the second. Every other paragraph,
 * and each in a new text, gets a number above all that were ever used, so that no address ever leads to another paragraph.
 */
export function numberParagraphs(texts: readonly TextToStore[], highestEver: number): StoredText[] {
  const read = texts.map(({ html, past }) => ({ past, ...readBlocks(html) }));
  const given: Numbering[] = read.map(() => new Map());
  const taken = new Set<string>();
  const claim = (text: number, block: TextBlock, anchor: string) => {
    if (taken.has(anchor) || given[text]?.has(block)) return;
    taken.add(anchor);
    given[text]?.set(block, anchor);
  };

  for (const [text, { past, blocks }] of read.entries()) {
    const own = new Set(past?.map(({ anchor }) => anchor));
    for (const block of blocks) if (block.anchor && own.has(block.anchor)) claim(text, block, block.anchor);
  }
  for (const [text, { past, blocks }] of read.entries()) {
    for (const block of past ? blocks : [])
      if (block.anchor && numberOf(block.anchor) <= highestEver) claim(text, block, block.anchor);
  }
  for (const [text, { past, blocks }] of read.entries()) {
    const left = (past ?? []).filter(({ anchor }) => !taken.has(anchor));
    const nameless = blocks.filter((block) => !given[text]?.has(block));
    for (const [block, anchor] of sameWords(left, nameless)) claim(text, block, anchor);
  }
  let next = highestEver + 1;
  for (const [text, { blocks }] of read.entries()) {
    for (const block of blocks) if (!given[text]?.has(block)) claim(text, block, `p${next++}`);
  }
  return read.map((text, index) => storedText(text, index, given));
}

type Numbering = Map<TextBlock, string>;

/** Pairs paragraphs that lost their number with those that were stored, by equal words and, between such pairs, by similar ones. */
function* sameWords(
  past: readonly PastSegment[],
  blocks: readonly TextBlock[],
): Generator<[TextBlock, string]> {
  if (past.length === 0 || blocks.length === 0) return;
  const changes = diffArrays<{ plain: string }>([...past], [...blocks], {
    comparator: (one, other) => one.plain === other.plain,
  });
  let [from, to] = [0, 0];
  let gone: readonly PastSegment[] = [];
  for (const { added, removed, count } of changes) {
    const [was, is] = [past.slice(from, from + count), blocks.slice(to, to + count)];
    if (!added) from += count;
    if (!removed) to += count;
    if (removed) gone = was;
    else {
      for (const [index, block] of is.entries()) {
        const old = (added ? gone : was)[index];
        if (old && (!added || areAlike(old.plain, block.plain))) yield [block, old.anchor];
      }
      gone = [];
    }
  }
}

function areAlike(one: string, other: string): boolean {
  const [words, others] = [one, other].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)));
  if (!words || !others) return false;
  const shared = [...words].filter((word) => others.has(word)).length;
  return (2 * shared) / (words.size + others.size) >= likeness;
}

function storedText(text: TextTokens, index: number, given: readonly Numbering[]): StoredText {
  const own = given[index];
  const segments = text.blocks.map((block): TextSegment => {
    const alignedAnchor = block.renders === null ? null : targetOf(block.renders, index, given);
    return { anchor: own?.get(block) ?? "", plain: block.plain, alignedAnchor, page: block.page };
  });
  const html = withBlockTags(text, (_, tag, at) => {
    const { anchor = "", alignedAnchor = null } = segments[at] ?? {};
    const renders = alignedAnchor === null ? "" : ` data-renders="${alignedAnchor}"`;
    return tag.replace(/^<([a-z\d]+)/, `<$1 id="${anchor}"${renders}`);
  });
  return { html, plain: segments.map(({ plain }) => plain).join("\n\n"), segments };
}

/** The present number of the paragraph that another text called so when it was handed in; the first such text is meant. */
function targetOf(wanted: string, own: number, given: readonly Numbering[]): string | null {
  for (const [text, numbering] of given.entries()) {
    if (text === own) continue;
    for (const [block, anchor] of numbering) if ((block.anchor ?? anchor) === wanted) return anchor;
  }
  return null;
}
