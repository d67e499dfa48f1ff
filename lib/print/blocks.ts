/** A stretch of words in one manner of setting. */
export type Run = { readonly text: string; readonly italic?: boolean; readonly raised?: boolean };

/** A block of a text as it is printed: a numbered paragraph, a heading, an item of a list or the end of a page of the original. */
export type Block = {
  readonly kind: "paragraph" | "heading" | "item" | "quotation" | "page";
  /** The number by which the paragraph is cited ("12"); null for what has none. */
  readonly number: string | null;
  readonly runs: readonly Run[];
};

const kindOfTag = new Map<string, Block["kind"]>([
  ["h2", "heading"],
  ["h3", "heading"],
  ["h4", "heading"],
  ["caption", "heading"],
  ["li", "item"],
]);

const blockTags = new Set([
  "p",
  "h2",
  "h3",
  "h4",
  "li",
  "pre",
  "caption",
  "tr",
  "blockquote",
  "ul",
  "ol",
  "table",
]);
const italicTags = new Set(["em", "i", "cite"]);
const raisedTags = new Set(["sup"]);

const entities = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["nbsp", "\u{A0}"],
]);

const characters = (html: string) =>
  html.replaceAll(/&(\w+);/g, (entity, name: string) => entities.get(name) ?? entity);

/** Signs that one block may hold: the typesetter lays a block out as one, and no page holds more than a few thousand. */
const longestBlock = 3_000;

/** A block cut between words into ones that can be set; the first keeps the number. */
function cut(block: Block): Block[] {
  const length = block.runs.reduce((sum, { text }) => sum + text.length, 0);
  if (length <= longestBlock) return [block];
  const pieces: Run[][] = [[]];
  let room = longestBlock;
  for (const run of block.runs) {
    for (const word of run.text.match(/\S*\s*/g) ?? []) {
      if (word.length > room) {
        pieces.push([]);
        room = longestBlock;
      }
      const piece = pieces.at(-1) ?? [];
      const last = piece.at(-1);
      if (last && last.italic === run.italic && last.raised === run.raised)
        piece[piece.length - 1] = { ...last, text: last.text + word };
      else piece.push({ ...run, text: word });
      room -= word.length;
    }
  }
  return pieces.map((runs, index) => ({ ...block, runs, number: index === 0 ? block.number : null }));
}

/** Collects runs until a block ends. */
class Setter {
  readonly blocks: Block[] = [];
  #runs: Run[] = [];
  #kind: Block["kind"] = "paragraph";
  #number: string | null = null;
  italic = 0;
  raised = 0;
  quotation = 0;

  begin(kind: Block["kind"], number: string | null): void {
    this.end();
    this.#kind = kind === "paragraph" && this.quotation > 0 ? "quotation" : kind;
    this.#number = number;
  }

  add(text: string): void {
    if (text === "") return;
    this.#runs.push({
      text,
      ...(this.italic > 0 ? { italic: true } : {}),
      ...(this.raised > 0 ? { raised: true } : {}),
    });
  }

  end(): void {
    const isEmpty = this.#runs.every(({ text }) => text.trim() === "");
    if (!isEmpty) this.blocks.push(...cut({ kind: this.#kind, number: this.#number, runs: this.#runs }));
    this.#runs = [];
    this.#kind = this.quotation > 0 ? "quotation" : "paragraph";
    this.#number = null;
  }
}

/** Takes a stored text, whose HTML is clean and well-formed, apart into blocks for print; rows of tables become lines. */
export function blocksOf(html: string): Block[] {
  const setter = new Setter();
  for (const [token, closing, tag = "", attributes = ""] of html.matchAll(
    /<(\/?)([a-z][a-z\d]*)([^>]*)>|[^<]+/g,
  )) {
    if (tag === "") setter.add(characters(token).replaceAll(/\s+/g, " "));
    else if (closing) closeTag(setter, tag);
    else openTag(setter, tag, attributes);
  }
  setter.end();
  return setter.blocks;
}

function openTag(setter: Setter, tag: string, attributes: string): void {
  if (tag === "br") setter.add("\n");
  else if (tag === "hr") {
    const page = / data-page="(\d+)"/.exec(attributes)?.[1];
    setter.end();
    if (page !== undefined) setter.blocks.push({ kind: "page", number: null, runs: [{ text: page }] });
  } else if (blockTags.has(tag)) {
    if (tag === "blockquote") setter.quotation += 1;
    const number = / id="p(\d+)"/.exec(attributes)?.[1] ?? null;
    setter.begin(kindOfTag.get(tag) ?? "paragraph", number);
  } else if (italicTags.has(tag)) setter.italic += 1;
  else if (raisedTags.has(tag) || / href="#n\d+"/.test(attributes)) setter.raised += 1;
}

function closeTag(setter: Setter, tag: string): void {
  if (tag === "td" || tag === "th") setter.add("   ");
  else if (blockTags.has(tag)) {
    setter.end();
    if (tag === "blockquote") setter.quotation -= 1;
  } else if (italicTags.has(tag)) setter.italic = Math.max(0, setter.italic - 1);
  else if (raisedTags.has(tag) || tag === "a") setter.raised = Math.max(0, setter.raised - 1);
}
