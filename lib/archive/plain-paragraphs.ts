/** Characters of a block within blank lines from which on its line ends are taken for ends of paragraphs. */
const longestBlock = 1_200;

/** "a.", "(2)", "iv)": the mark of a list's item that stands on a line before it. */
const itemMark = /^\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.)]$/i;

/**
 * The paragraphs of plain words. Blank lines part them. Words without any blank line are parted at each line end, and so is a block
 * that is too long for one paragraph, so that lists keep a line an item; other line ends stay as they are, as in the lines of an
 * address. Nothing is lost but white space.
 */
export function paragraphsOfPlain(plain: string): string[] {
  const blocks = plain
    .replaceAll(/\r\n?/g, "\n")
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter(Boolean);
  return blocks.flatMap((block) =>
    blocks.length === 1 || block.length > longestBlock ? linesOf(block) : [block],
  );
}

/** The lines of a block; the mark of an item stands before its words. */
function linesOf(block: string): string[] {
  const lines: string[] = [];
  let marks = "";
  for (const line of block.split("\n").map((one) => one.trim())) {
    if (line === "") continue;
    const words = marks === "" ? line : `${marks} ${line}`;
    const isMark = itemMark.test(line);
    marks = isMark ? words : "";
    if (!isMark) lines.push(words);
  }
  return marks === "" ? lines : [...lines, marks];
}
