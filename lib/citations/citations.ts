import type { CitedDocument, CitedPart } from "./cited-document";
import { archivalFootnote } from "./footnote";
import { citationIn, entryIn, type StyleName } from "./processor";
import { finished, styledItem } from "./styled-item";

/** A citation ready to be copied: what it is, as HTML with its italics, and as words alone. */
type Citation = { readonly label: string; readonly html: string; readonly text: string };

/** A style with its citations: a note and an entry in the bibliography, or whichever it has. */
export type StyledCitations = {
  /** For addresses and elements: "chicago". */
  readonly key: string;
  readonly name: string;
  readonly edition: string;
  readonly citations: readonly Citation[];
};

type Style = {
  key: string;
  name: string;
  edition: string;
  style: StyleName;
  note: string;
  entry: string;
};

const styles: readonly Style[] = [
  {
    key: "chicago",
    name: "Chicago",
    edition: "17th edition, notes and bibliography",
    style: "chicago-fullnote-bibliography",
    note: "Note",
    entry: "Bibliography",
  },
  {
    key: "mla",
    name: "MLA",
    edition: "9th edition",
    style: "modern-language-association",
    note: "In the text",
    entry: "Works cited",
  },
  {
    key: "apa",
    name: "APA",
    edition: "7th edition",
    style: "apa",
    note: "In the text",
    entry: "References",
  },
  {
    key: "turabian",
    name: "Turabian",
    // It was brought into line with the 17th edition of Chicago; for sources such as ours the two ask for the same.
    edition: "9th edition, notes and bibliography",
    style: "chicago-fullnote-bibliography",
    note: "Note",
    entry: "Bibliography",
  },
];

/** A document, or a part of it, cited in every style, the plain archival footnote last. A few milliseconds; the first time longer. */
export function citationsOf(document: CitedDocument, part: CitedPart): StyledCitations[] {
  const styled = styles.map(({ key, name, edition, style, note, entry }) => {
    // Chicago would set the paragraph before the reference to the original; there the item says it.
    const locator = style === "chicago-fullnote-bibliography" ? null : part.paragraph;
    const noted = citationIn(style, styledItem(style, "note", document, part), locator);
    const listed = entryIn(style, styledItem(style, "entry", document, part));
    return { key, name, edition, citations: [citation(note, noted), citation(entry, listed)] };
  });
  return [
    ...styled,
    {
      key: "footnote",
      name: "Archival footnote",
      edition: "plain, for any text",
      citations: [plainCitation("Footnote", archivalFootnote(document, part))],
    },
  ];
}

function citation(label: string, processed: string): Citation {
  const html = finished(processed);
  return { label, html, text: wordsOf(html) };
}

const plainCitation = (label: string, text: string): Citation => ({
  label,
  html: text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  text,
});

const characters = new Map([
  ["amp", "&"],
  ["#38", "&"],
  ["lt", "<"],
  ["#60", "<"],
  ["gt", ">"],
  ["#62", ">"],
  ["quot", '"'],
  ["#34", '"'],
  ["nbsp", "\u{A0}"],
  ["#160", "\u{A0}"],
]);

const wordsOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&(#?\w+);/g, (entity, name: string) => characters.get(name) ?? entity);
