import { escapedHtml } from "@/lib/archive/text-html";
import { noteReference, readBlocks, withoutAnchor, type TextBlock } from "@/lib/archive/text-blocks";

/** A text as it is stored, as far as showing it needs. */
export type TextToShow = {
  readonly id: number;
  readonly html: string;
  readonly notes: readonly {
    readonly number: number;
    readonly label: string | null;
    readonly html: string;
  }[];
};

/** A paragraph, list, table or other block that stands by itself. */
export type Piece = {
  /** The mark of the page that begins before it; empty where none does. */
  readonly mark: string;
  readonly html: string;
  /** The paragraphs in it as they are stored, and those of other texts that they render. */
  readonly anchors: readonly string[];
  readonly renders: readonly string[];
  /** Page of the scan on which it begins, counted from 1; null where none is recorded. */
  readonly page: number | null;
  /** Characters of its words. */
  readonly length: number;
};

export type ShownNote = {
  /** Its own id on the page, and that of the place in the text that refers to it; null where none does. */
  readonly id: string;
  readonly reference: string | null;
  readonly mark: string;
  readonly html: string;
};

export type ShownText = { readonly pieces: readonly Piece[]; readonly notes: readonly ShownNote[] };

/** Where the links at paragraphs and page breaks lead. */
export type TextLinks = {
  /** The address before "#p12"; empty on the record's own page. */
  readonly paragraphs: string;
  readonly citation: (paragraph: number) => string;
  /** The page of the scan beside the place in the text where it begins (`mark`); null where the record has no scans. */
  readonly page: (page: number, textId: number, mark: string) => string | null;
};

const voidTags = new Set(["hr", "br"]);
const headings = new Set(["h2", "h3", "h4"]);

/**
 * The texts of a record for showing on one page: each paragraph with a permalink and a way to its citation, page breaks as marks,
 * references to notes both ways. Texts of former days may share numbers; there the first shows them as its own, and the others'
 * addresses begin with the number of their text until they are saved again.
 */
export function shownTexts(texts: readonly TextToShow[], links: TextLinks): ShownText[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const { tokens, blocks } = readBlocks(text.html);
    const starts = new Map(blocks.map((block) => [block.at, block]));
    const notes = new NoteReferences(text);
    let waiting = "";
    const pieces = new Pieces();
    for (const [at, token] of tokens.entries()) {
      const [, slash, tag = ""] = /^<(\/?)([a-z][a-z\d]*)/.exec(token) ?? [];
      const block = starts.get(at);
      if (block) {
        const { id, link } = addressOf(block, text.id, taken, links);
        const start = withoutAnchor(token);
        const named = start.replace(/^<([a-z\d]+)/, `<$1 id="${id}"`);
        if (headings.has(tag)) {
          // What stands in a heading is part of its name; its links stand before it.
          const direction = / dir="[a-z]+"/.exec(start)?.[0] ?? "";
          pieces.open(`<div id="${id}"${direction} data-headed>${link}${start}`, { block, end: "</div>" });
        } else if (tag === "table") {
          pieces.open(named, { block });
          waiting = link;
        } else pieces.open(`${named}${link}`, { block });
        continue;
      }
      const page = /^<(?:hr|span) data-page="(\d+)"/.exec(token)?.[1];
      if (page !== undefined) pieces.mark(pageMark(tag, Number(page), text.id, { taken, links }));
      else if (tag === "" || voidTags.has(tag)) pieces.add(token);
      else if (slash) pieces.close(token);
      else if (tag === "a") pieces.open(notes.referring(token));
      else pieces.open(withoutAnchor(token));
      if (page !== undefined && tag === "span") pieces.open("");
      if (waiting !== "" && !slash && ["caption", "td", "th"].includes(tag)) {
        pieces.add(waiting);
        waiting = "";
      }
    }
    return { pieces: pieces.all(), notes: notes.all() };
  });
}

/** The id of a block on the page, and its links: the permalink, and the way to its citation. */
function addressOf({ anchor }: TextBlock, textId: number, taken: Set<string>, links: TextLinks) {
  const own = anchor ?? "";
  const isFirst = !taken.has(own);
  taken.add(own);
  const id = isFirst ? own : `t${textId}-${own}`;
  const number = own.slice(1);
  const permalink = `<a href="${links.paragraphs}#${id}" data-permalink aria-label="Paragraph ${number}">${number}</a>`;
  const citation = isFirst
    ? `<a href="${escapedHtml(links.citation(Number(number)))}" data-cite-paragraph="${number}" aria-label="Cite paragraph ${number}">Cite</a>`
    : "";
  return { id, link: `${permalink}${citation}` };
}

type Marking = { readonly taken: Set<string>; readonly links: TextLinks };

function pageMark(tag: string, page: number, textId: number, { taken, links }: Marking): string {
  const mark = `t${textId}-page${page}`;
  const id = taken.has(mark) ? "" : ` id="${mark}"`;
  taken.add(mark);
  const href = links.page(page, textId, mark);
  const words = `Page ${page}`;
  const shown = href === null ? words : `<a href="${escapedHtml(href)}">${words}</a>`;
  // Within a paragraph the element that was read goes on to its own end.
  const [start, end] = tag === "span" ? ["<span", ""] : ["<div", "</div>"];
  return `${start}${id} data-page-mark="${page}" lang="en" dir="ltr">${shown}${end}`;
}

/** Gathers the HTML of the blocks that stand by themselves. */
class Pieces {
  readonly #done: Piece[] = [];
  #html = "";
  #mark = "";
  /** What follows the end tag of each open element. */
  readonly #ends: string[] = [];
  #blocks: TextBlock[] = [];

  add(html: string): void {
    this.#html += html;
  }

  /** Adds the mark of a page, apart from the words where it stands between blocks. */
  mark(html: string): void {
    if (this.#ends.length === 0) this.#mark += html;
    else this.#html += html;
  }

  open(tag: string, { block, end = "" }: { block?: TextBlock; end?: string } = {}): void {
    if (block) this.#blocks.push(block);
    this.#ends.push(end);
    this.#html += tag;
  }

  close(tag: string): void {
    this.#html += `${tag}${this.#ends.pop() ?? ""}`;
    if (this.#ends.length === 0) this.#end();
  }

  all(): Piece[] {
    if (this.#html.trim() !== "" || this.#mark !== "") this.#end();
    return this.#done;
  }

  #end(): void {
    const blocks = this.#blocks;
    this.#done.push({
      mark: this.#mark,
      html: this.#html.trim(),
      anchors: blocks.flatMap(({ anchor }) => anchor ?? []),
      renders: blocks.flatMap(({ renders }) => renders ?? []),
      page: blocks[0]?.page ?? null,
      length: blocks.reduce((sum, { plain }) => sum + plain.length, 0),
    });
    this.#html = "";
    this.#mark = "";
    this.#blocks = [];
  }
}

/** The notes of a text and the places that refer to them. */
class NoteReferences {
  readonly #text: TextToShow;
  readonly #referred = new Set<number>();

  constructor(text: TextToShow) {
    this.#text = text;
  }

  /** The start tag of a link; where it refers to a note, with the note's id on this page. */
  referring(tag: string): string {
    const found = noteReference.exec(tag)?.[1];
    const note = this.#text.notes.find(({ number }) => String(number) === found);
    if (!note) return withoutAnchor(tag);
    const id = this.#referred.has(note.number) ? "" : ` id="${this.#id("r", note.number)}"`;
    this.#referred.add(note.number);
    return `<a${id} href="#${this.#id("n", note.number)}" data-note role="doc-noteref" aria-label="Note ${escapedHtml(markOf(note))}">`;
  }

  all(): ShownNote[] {
    return this.#text.notes.map((note) => ({
      id: this.#id("n", note.number),
      reference: this.#referred.has(note.number) ? this.#id("r", note.number) : null,
      mark: markOf(note),
      html: note.html,
    }));
  }

  #id(kind: "n" | "r", number: number): string {
    return `t${this.#text.id}-${kind}${number}`;
  }
}

const markOf = (note: TextToShow["notes"][number]): string => note.label ?? String(note.number);
