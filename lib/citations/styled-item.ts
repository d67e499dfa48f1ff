import {
  addressOf,
  archiveInWords,
  containerInWords,
  type CitedDocument,
  type CitedPart,
} from "./cited-document";
import { known, recordKey, type CslItem } from "./csl-item";
import { saysDate } from "./dates";
import { namesInWords, spokenName, type CitedName } from "./names";
import type { StyleName } from "./processor";

/**
 * The styles were written for published works. So that each says of an archival document what its manual wants said, an item is put
 * together for it with the variables that it prints in the right place.
 */

// The processor takes tags in a value for markup. Signs of the private-use area stand for the brackets of the source until it is done.
const opening = "\u{E000}";
const closing = "\u{E001}";
/** Stands for a date that is not to be said again. */
const unsaid = "\u{E002}";

/** Words that the processor must leave as they are: neither markup nor, as in "f. 104", a first letter to capitalise. */
const verbatim = (text: string): string =>
  `<span class="nocase">${text.replaceAll("<", opening).replaceAll(">", closing)}</span>`;

/** The processor's HTML with the brackets of the source back in it. */
export const finished = (html: string): string =>
  html
    .replaceAll(/<\/?span[^>]*>/g, "")
    .replaceAll(new RegExp(`[,.]? ${unsaid}`, "g"), "")
    .replaceAll(opening, "&lt;")
    .replaceAll(closing, "&gt;")
    // Some styles join the label and the number of a place without a space.
    .replaceAll(/\bpara\.(?=\d)/g, "par. ");

const neutral = (name: CitedName): CitedName => {
  const clean = (text: string) => text.replaceAll("<", opening).replaceAll(">", closing);
  return "literal" in name
    ? { literal: clean(name.literal) }
    : { ...name, family: clean(name.family), given: clean(name.given) };
};

/** A name as it stands in a note, which is a sentence. */
const inNote = (name: CitedName): CitedName =>
  neutral("literal" in name ? { literal: spokenName(name) } : name);

/** A type within a sentence: "telegram", but "CPSU resolution". */
const inSentence = (type: string): string =>
  type
    .split(" ")
    .map((word) => (/^\p{Lu}\P{Lu}*$/u.test(word) ? word.toLowerCase() : word))
    .join(" ");

/** "telegram to Andrei Gromyko": how an entry without a variable for it names the recipient. */
function genreOf({ documentType, recipients }: CitedDocument, withRecipients: boolean): string | null {
  const type = documentType === null ? null : inSentence(documentType);
  if (type === null || !withRecipients || recipients.length === 0) return type;
  return `${type} to ${verbatim(namesInWords(recipients))}`;
}

/** The archive of the original and this one, where each style prints them. */
function archivesFor(style: StyleName, form: "note" | "entry", document: CitedDocument, part: CitedPart) {
  const { repository = null, reference = null, place = null } = document.original ?? {};
  const here = verbatim(archiveInWords(document, part));
  const location = reference === null ? null : verbatim(reference);
  if (style === "apa") {
    const original = [repository ?? reference, repository && reference ? `(${reference})` : null];
    const where = [
      containerInWords(document),
      [original.filter(Boolean).join(" "), place].filter(Boolean).join(", "),
    ]
      .filter(Boolean)
      .join("; ");
    return known({ archive: where ? `${verbatim(where)}; ${here}` : here });
  }
  if (style === "modern-language-association")
    return known({
      archive: repository === null ? location : verbatim(repository),
      "archive-place": repository === null ? null : place,
      archive_location: repository === null ? null : location,
      // Without an edition this archive is the container itself.
      source: document.container === null ? null : here,
    });
  // The paragraph stands behind all that says where the document is.
  const last =
    form === "note" && part.paragraph !== null ? `${here}, ${verbatim(`para. ${part.paragraph}`)}` : here;
  if (repository === null) return known({ archive: last, archive_location: location });
  return known({
    archive: verbatim(repository),
    archive_location: location,
    "archive-place": place === null ? last : `${verbatim(place)}, ${last}`,
  });
}

/** The edition or collection, and the number there, where each style prints them. */
function containerFor(style: StyleName, form: "note" | "entry", document: CitedDocument, part: CitedPart) {
  const { title, number } = document.container ?? {};
  if (style === "apa") return {};
  if (style === "modern-language-association")
    return known({
      "container-title": verbatim(title ?? archiveInWords(document, part)),
      number: number ? verbatim(`doc. ${number}`) : null,
    });
  return known({
    "container-title": title === undefined ? null : verbatim(title),
    // The one place behind the title of the edition that takes words.
    "collection-title": number ? verbatim(`${form === "note" ? "doc." : "Document"} ${number}`) : null,
  });
}

function dateFor(style: StyleName, { title, date }: CitedDocument): Pick<CslItem, "issued"> {
  if (date === null) return {};
  const isSaid = style === "chicago-fullnote-bibliography" && saysDate(title, date.words);
  return { issued: isSaid ? { literal: unsaid } : date.styled };
}

/** The item from which a style makes a note (or the words in the text) or an entry in the bibliography. */
export function styledItem(
  style: StyleName,
  form: "note" | "entry",
  document: CitedDocument,
  part: CitedPart,
): CslItem {
  const { authors, recipients, translators } = document;
  // Only notes have a good form for who wrote to whom; the entry would name the kind of letter twice.
  const isLetter = form === "note" && authors.length > 0 && recipients.length > 0;
  // MLA and APA have words in the text instead of notes, where their entry is looked up.
  const isSentence = form === "note" && style === "chicago-fullnote-bibliography";
  return {
    id: `${recordKey(document)}-${form}`,
    type: isLetter ? "personal_communication" : "document",
    title: verbatim(document.title),
    ...known({
      author: authors.map(isSentence ? inNote : neutral),
      recipient: isLetter ? recipients.map(inNote) : [],
      translator: translators.map(isSentence ? inNote : neutral),
    }),
    ...dateFor(style, document),
    ...known({ genre: genreOf(document, !isLetter) }),
    ...containerFor(style, form, document, part),
    ...archivesFor(style, form, document, part),
    URL: addressOf(document, part),
  };
}
