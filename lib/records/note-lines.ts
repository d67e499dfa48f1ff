import type { DescribedNote } from "@/db/queries/record-description";
import { noteFromHtml } from "@/lib/archive/text-html";

/** "[3] words", "[3 = *] words" where the source prints another mark; a new note may come without. */
const marked = /^\[(\d{1,5})(?:\s*=\s*([^\]\n]{1,20}))?\]\s*/;

/** The notes of a text as a curator edits them: one a paragraph, each with its number and mark in brackets. */
export const linesOfNotes = (notes: readonly DescribedNote[]): string =>
  notes
    .map(({ number, label, html }) => {
      const mark = label === null ? `[${number}]` : `[${number} = ${label}]`;
      return `${mark} ${html.replaceAll(/\n\s*\n/g, "\n")}`;
    })
    .join("\n\n");

/**
 * Reads edited notes; those without a number, or with one that stands twice, get numbers above all others. In a note
 * without elements line ends stay line ends.
 */
export function notesOfLines(text: string): DescribedNote[] {
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => {
      const [mark = "", number, label] = marked.exec(paragraph) ?? [];
      const words = paragraph.slice(mark.length).trim();
      const isPlain = !/<[a-z][^>]*>/i.test(words);
      const { html } = noteFromHtml(isPlain ? words.replaceAll("\n", "<br />") : words);
      return { number: Number(number ?? 0), label: label?.trim() || null, html };
    })
    .filter(({ html }) => html !== "");
  let next = paragraphs.reduce((most, { number }) => Math.max(most, number), 0) + 1;
  const used = new Set([0]);
  return paragraphs.map((note) => {
    const number = used.has(note.number) ? next++ : note.number;
    used.add(number);
    return { ...note, number };
  });
}
