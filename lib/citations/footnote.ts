import {
  addressOf,
  archiveInWords,
  containerInWords,
  type CitedDocument,
  type CitedPart,
} from "./cited-document";
import { saysDate } from "./dates";
import { namesInWords } from "./names";

/**
 * The footnote that archivists ask for, in plain words: author to recipient, title, date, paragraph, edition, reference of the original, its
 * archive, this archive and the address.
 */
export function archivalFootnote(document: CitedDocument, part: CitedPart): string {
  const { authors, recipients, title, date, original } = document;
  const from = authors.length > 0 ? namesInWords(authors) : null;
  const to = recipients.length > 0 ? namesInWords(recipients) : null;
  const sides = to === null ? from : `${from ?? "Unknown author"} to ${to}`;
  const when = date?.words ?? "undated";
  const parts = [
    sides,
    `“${title.replaceAll("“", "‘").replaceAll("”", "’").replaceAll('"', "'")}”`,
    date !== null && saysDate(title, when) ? null : when,
    part.paragraph === null ? null : `paragraph ${part.paragraph}`,
    containerInWords(document),
    original?.reference,
    original?.repository,
    original?.repository ? original.place : null,
    archiveInWords(document, part),
    addressOf(document, part),
  ];
  return `${parts.filter(Boolean).join(", ")}.`;
}
