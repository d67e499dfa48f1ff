import { addressOf, archiveInWords, type CitedDocument, type CitedPart } from "./cited-document";
import { namesInWords } from "./names";

/** A date at the end of a title: ", 22 October 1962", ", October 22, 1962", " September 1959". */
const dateAtEnd = /[\s,(]((?:\d{1,2}\s+)?\p{Lu}\p{Ll}+\s+(?:\d{1,2},\s+)?\d{4})\)?['’”"]?$/u;

const partsOf = (date: string): string =>
  date
    .match(/\p{L}+|\d+/gu)
    ?.toSorted()
    .join(" ") ?? "";

/** Whether a title ends with the very date that would follow it. */
const saysDate = (title: string, words: string): boolean =>
  partsOf(dateAtEnd.exec(title)?.[1] ?? "") === partsOf(words);

/**
 * The footnote that archivists ask for, in plain words: author to recipient, title, date, paragraph, reference of the original, its
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
    original?.reference,
    original?.repository,
    original?.repository ? original.place : null,
    archiveInWords(document, part),
    addressOf(document, part),
  ];
  return `${parts.filter(Boolean).join(", ")}.`;
}
