import { textLabel } from "@/lib/archive/labels";
import { capitalised, shownDate, shownEdtf } from "@/lib/archive/listed-record";
import { citationsOf } from "@/lib/citations/citations";
import { wholeDocument } from "@/lib/citations/cited-document";
import { citedRecord } from "@/lib/citations/cited-record";
import { spokenName } from "@/lib/citations/names";
import type { PublishedRecord } from "@/lib/records/loaders";
import { fieldGroupsOf } from "@/lib/records/view";
import { methodWarning } from "@/lib/texts/method-warning";
import { blocksOf, type Block } from "./blocks";

/** A record as it is printed: plain data, complete, so that another process can set it. */
export type PrintedRecord = {
  readonly title: string;
  readonly date: string;
  readonly archive: string;
  readonly permalink: string;
  readonly authors: readonly string[];
  readonly keywords: readonly string[];
  readonly summary: string | null;
  readonly groups: readonly {
    readonly heading: string;
    readonly fields: readonly { readonly label: string; readonly values: readonly string[] }[];
  }[];
  readonly texts: readonly PrintedText[];
  readonly citations: readonly { readonly label: string; readonly text: string }[];
  /** Instant of the last change in ISO 8601. */
  readonly changed: string;
  readonly changedInWords: string;
};

export type PrintedText = {
  readonly heading: string;
  readonly language: string;
  readonly isRightToLeft: boolean;
  /** Who made it, how, and from what. */
  readonly facts: readonly string[];
  readonly blocks: readonly Block[];
  readonly notes: readonly { readonly mark: string; readonly text: string }[];
};

/** Collects what is printed of a published record. `permalink` is the whole address of its page. */
export async function printedRecord(record: PublishedRecord, permalink: string): Promise<PrintedRecord> {
  const cited = await citedRecord(record, permalink);
  const styles = citationsOf(cited, wholeDocument);
  const changed = record.updatedAt.toISOString();
  return {
    title: record.title,
    date: capitalised(shownDate(record)?.words ?? "undated"),
    archive: cited.archive,
    permalink,
    authors: cited.authors.map(spokenName),
    keywords: cited.subjects,
    summary: record.summary,
    groups: fieldGroupsOf(record).map(({ heading, fields }) => ({
      heading,
      fields: fields.map(({ label, values }) => ({
        label,
        values: values.map(({ text, detail }) => [text, detail].filter(Boolean).join(" · ")),
      })),
    })),
    texts: record.texts.map(printedText),
    citations: [
      ...(styles
        .find(({ key }) => key === "chicago")
        ?.citations.map(({ label, text }) => ({ label: `Chicago, ${label.toLowerCase()}`, text })) ?? []),
      ...(styles
        .find(({ key }) => key === "footnote")
        ?.citations.map(({ text }) => ({ label: "Archival footnote", text })) ?? []),
    ],
    changed,
    changedInWords: shownEdtf(changed.slice(0, 10))?.words ?? changed.slice(0, 10),
  };
}

function printedText(text: PublishedRecord["texts"][number]): PrintedText {
  const credit = text.creditAgent?.name ?? null;
  const verb = text.kind === "translation" ? "Translated by" : "Transcribed by";
  return {
    heading: textLabel(text),
    language: text.languageCode,
    isRightToLeft: text.direction === "rtl",
    facts: [
      credit === null ? null : `${verb} ${credit}`,
      text.credit,
      methodWarning(text),
      text.sourceNote,
    ].filter((fact) => fact !== null),
    blocks: blocksOf(text.html),
    notes: text.notes.map(({ number, label, plain }) => ({ mark: label ?? String(number), text: plain })),
  };
}
