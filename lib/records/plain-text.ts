import { plainOf, readBlocks } from "@/lib/archive/text-blocks";
import { textLabel } from "@/lib/archive/labels";
import { capitalised, shownDate } from "@/lib/archive/listed-record";
import { wholeDocument } from "@/lib/citations/cited-document";
import { citedRecord } from "@/lib/citations/cited-record";
import { archivalFootnote } from "@/lib/citations/footnote";
import { methodWarning } from "@/lib/texts/method-warning";
import type { PublishedRecord } from "./loaders";
import { fieldGroupsOf } from "./view";

type PublicText = PublishedRecord["texts"][number];

/**
 * A published record as plain text in UTF-8 with line ends of one character: title, date and permalink, summary, each text with the
 * numbers of its paragraphs and its notes, the description, and how to cite it.
 */
export async function recordAsText(record: PublishedRecord, permalink: string): Promise<string> {
  const footnote = archivalFootnote(await citedRecord(record, permalink), wholeDocument);
  const parts = [
    [record.title, capitalised(shownDate(record)?.words ?? "undated"), permalink].join("\n"),
    record.summary,
    ...record.texts.flatMap(textParts),
    heading("Description"),
    ...fieldGroupsOf(record).map(({ heading: title, fields }) =>
      [
        title,
        ...fields.map(({ label, values }) => `  ${label}: ${values.map(({ text }) => text).join("; ")}`),
      ].join("\n"),
    ),
    heading("Citation"),
    footnote,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

const heading = (words: string): string => `${words}\n${"=".repeat(words.length)}`;

function textParts(text: PublicText): string[] {
  const maker = text.kind === "translation" ? "Translated by" : "Transcribed by";
  const facts = [
    methodWarning(text),
    text.creditAgent && `${maker} ${text.creditAgent.name}`,
    text.credit,
    text.sourceNote,
  ];
  const notes = text.notes.map(({ label, number, plain }) => `(${label ?? number}) ${plain}`);
  return [
    heading(textLabel(text)),
    facts.filter(Boolean).join("\n"),
    ...paragraphsOf(text),
    ...(notes.length > 0 ? ["Notes", ...notes] : []),
  ];
}

/** "[12] words of the paragraph", and a line where a page begins. */
function paragraphsOf({ html }: PublicText): string[] {
  const { blocks } = readBlocks(withNoteMarks(html));
  if (blocks.length === 0) return [plainOf(html)];
  return blocks.flatMap(({ anchor, page, plain }, index) => [
    ...(page !== null && page !== blocks[index - 1]?.page ? [`— Page ${page} —`] : []),
    `[${anchor?.slice(1) ?? ""}] ${plain}`,
  ]);
}

/** References to notes in parentheses, so that "1959" and note 2 do not become "19592". */
const withNoteMarks = (html: string): string =>
  html.replaceAll(/<a href="#n\d+"[^>]*>([\s\S]*?)<\/a>/g, (_, mark: string) => ` (${mark})`);
