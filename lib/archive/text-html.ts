import sanitizeHtml from "sanitize-html";
import { paragraphsOfPlain } from "./plain-paragraphs";

/** HTML as texts hold it, cleaned but for the anchors of its paragraphs, which only storing gives. */
export type CleanText = { readonly html: string };

const blockTags = ["p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "pre", "hr", "br"];
const tableTags = ["table", "caption", "thead", "tbody", "tr", "th", "td"];
const phraseTags = ["em", "strong", "i", "b", "u", "s", "sub", "sup", "span", "a", "abbr", "cite", "q"];
/** Elements that only part what stands in them; they are read and then left out. */
const partingTags = [
  "div",
  "section",
  "article",
  "header",
  "footer",
  "main",
  "aside",
  "dl",
  "dt",
  "dd",
  "figure",
];

const rules: sanitizeHtml.IOptions = {
  allowedTags: [...blockTags, ...tableTags, ...phraseTags, ...partingTags],
  allowedAttributes: {
    "*": ["id", "lang", { name: "dir", values: ["ltr", "rtl", "auto"] }, "data-renders"],
    a: ["href"],
    abbr: ["title"],
    hr: ["data-page"],
    span: ["data-page"],
    td: ["colspan", "rowspan"],
    th: ["colspan", "rowspan", "scope"],
  },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  transformTags: { h1: "h2", h5: "h4", h6: "h4", figcaption: "div", address: "div", center: "div" },
};

const noteRules: sanitizeHtml.IOptions = {
  ...rules,
  allowedTags: ["p", "br", "ul", "ol", "li", "blockquote", ...phraseTags],
  allowedAttributes: { "*": ["lang", "dir"], a: ["href"], abbr: ["title"] },
};

/** Attributes of ours whose value has another form than ours: a foreign id, a page that is no number. */
const strangeAttributes =
  / (?:id="(?!p[1-9]\d{0,5}")[^"]*"|data-renders="(?!p[1-9]\d{0,5}")[^"]*"|data-page="(?![1-9]\d{0,4}")[^"]*")/g;

const escapes = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

/** Plain words as HTML shows them. */
export const escapedHtml = (plain: string): string =>
  plain.replaceAll(/[&<>"]/g, (character) => escapes.get(character) ?? character);

const isParting = new Set(partingTags);
const isStructure = new Set([...blockTags, ...tableTags, ...partingTags].filter((tag) => tag !== "br"));

/**
 * Cleans HTML of any origin down to the elements that texts need. Words that stand in no paragraph get one. Paragraphs keep the
 * anchor (`id="p12"`), the alignment (`data-renders="p3"`: the paragraph of another text that this one renders) and the page
 * breaks (`<hr data-page="4">`, within a paragraph `<span data-page="4"></span>`) that they have; nothing is numbered yet.
 */
export const textFromHtml = (dirty: string): CleanText => ({
  html: inParagraphs(sanitizeHtml(dirty, rules).replaceAll(strangeAttributes, "")),
});

/** Puts bare words and phrases between blocks into paragraphs, and leaves the elements out that only part. */
function inParagraphs(html: string): string {
  let depth = 0;
  let isOpen = false;
  let result = "";
  const end = () => {
    if (isOpen) result = `${result.trimEnd()}</p>`;
    isOpen = false;
  };
  for (const token of html.split(/(<[^>]*>)/)) {
    const [, slash, tag = ""] = /^<(\/?)([a-z][a-z\d]*)/.exec(token) ?? [];
    if (isStructure.has(tag)) {
      if (depth === 0) end();
      if (!isParting.has(tag)) {
        if (tag !== "hr") depth += slash ? -1 : 1;
        result += token;
      }
      continue;
    }
    if (depth === 0 && !isOpen && token.trim() !== "" && tag !== "br" && !slash) {
      result += "<p>";
      isOpen = true;
    }
    if (depth > 0 || isOpen || token.trim() === "") result += token;
  }
  end();
  return result.trim();
}

/** A text from plain words, with the paragraphs of `paragraphsOfPlain`; line ends within a paragraph stay line ends. */
export function textFromPlain(plain: string): CleanText {
  const html = paragraphsOfPlain(plain).map(
    (paragraph) => `<p>${escapedHtml(paragraph).replaceAll("\n", "<br />")}</p>`,
  );
  return { html: html.join("\n") };
}

/** The HTML of a note, with fewer elements than a text has. */
export const noteFromHtml = (dirty: string): CleanText => ({ html: sanitizeHtml(dirty, noteRules).trim() });
