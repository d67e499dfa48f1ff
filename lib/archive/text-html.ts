import sanitizeHtml from "sanitize-html";

/** A paragraph of a text: its stable anchor ("p12") and its words. */
export type TextSegment = { readonly anchor: string; readonly plain: string };

/** A text as it is stored: clean HTML, the words alone, and its paragraphs. */
export type StoredText = {
  readonly html: string;
  readonly plain: string;
  readonly segments: readonly TextSegment[];
};

/** The blocks that carry an anchor; none of them but the list item may hold another. */
const blockPattern = /<(p|h[2-4]|li|pre)((?: [^>]*)?)>([\s\S]*?)<\/\1>/g;

const blockTags = ["p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "pre", "hr", "br"];
const tableTags = ["table", "caption", "thead", "tbody", "tr", "th", "td"];
const phraseTags = ["em", "strong", "i", "b", "u", "s", "sub", "sup", "span", "a", "abbr", "cite", "q"];

const rules: sanitizeHtml.IOptions = {
  allowedTags: [...blockTags, ...tableTags, ...phraseTags],
  allowedAttributes: {
    "*": ["id", "lang", "dir"],
    a: ["href"],
    abbr: ["title"],
    td: ["colspan", "rowspan"],
    th: ["colspan", "rowspan", "scope"],
  },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  transformTags: { h1: "h2", h5: "h4", h6: "h4" },
};

const entities = new Map([
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
]);

const escapes = new Map([...entities].map(([entity, character]) => [character, entity]));

const wordsOf = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, (tag) => (/^<\/?(?:br|p|li|td|th|tr|h\d)/.test(tag) ? " " : ""))
    .replaceAll(/&(?:amp|lt|gt|quot);/g, (entity) => entities.get(entity) ?? entity)
    .replaceAll(/\s+/g, " ")
    .trim();

const anchorIn = (attributes: string) => / id="(p[1-9]\d{0,5})"/.exec(attributes)?.[1];

/**
 * Cleans HTML of any origin down to the elements that texts need, and gives every block an anchor. A block keeps the anchor it
 * has, so that links to it survive edits around it; new blocks get numbers that were never used in this text.
 */
export function textFromHtml(dirty: string): StoredText {
  const clean = sanitizeHtml(dirty, rules);
  const highest = [...clean.matchAll(blockPattern)].map(([, , attributes = ""]) =>
    Number(anchorIn(attributes)?.slice(1) ?? 0),
  );
  let next = highest.reduce((most, number) => Math.max(most, number), 0) + 1;
  const used = new Set<string>();
  const segments: TextSegment[] = [];
  const html = clean
    .replaceAll(/ id="(?!p[1-9]\d{0,5}")[^"]*"/g, "")
    .replaceAll(blockPattern, (_, tag: string, attributes: string, inner: string) => {
      const kept = anchorIn(attributes);
      const anchor = kept && !used.has(kept) ? kept : `p${next++}`;
      used.add(anchor);
      segments.push({ anchor, plain: wordsOf(inner) });
      return `<${tag} id="${anchor}"${attributes.replace(/ id="[^"]*"/, "")}>${inner}</${tag}>`;
    });
  return {
    html,
    plain: segments.length > 0 ? segments.map(({ plain }) => plain).join("\n\n") : wordsOf(html),
    segments,
  };
}

/** A text from plain words: blank lines part paragraphs, single line ends stay line ends. */
export function textFromPlain(plain: string): StoredText {
  const paragraphs = plain
    .replaceAll("\r\n", "\n")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
  const segments = paragraphs.map((paragraph, index) => ({
    anchor: `p${index + 1}`,
    plain: paragraph.replaceAll(/\s+/g, " "),
  }));
  const html = paragraphs.map((paragraph, index) => {
    const escaped = paragraph.replaceAll(/[&<>"]/g, (character) => escapes.get(character) ?? character);
    return `<p id="p${index + 1}">${escaped.replaceAll("\n", "<br />")}</p>`;
  });
  return { html: html.join("\n"), plain: segments.map((segment) => segment.plain).join("\n\n"), segments };
}
