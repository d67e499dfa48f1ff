import { shownDate } from "@/lib/archive/listed-record";
import type { PublishedRecord } from "./loaders";
import { fieldGroupsOf } from "./view";

/** A published record as plain text in UTF-8 with line ends of one character: its title, description and permalink. */
export function recordAsText(record: PublishedRecord, permalink: string): string {
  const fields = fieldGroupsOf(record).flatMap(({ heading, fields: shown }) => [
    heading.toUpperCase(),
    ...shown.map(({ label, values }) => `${label}: ${values.map(({ text }) => text).join("; ")}`),
    "",
  ]);
  return [
    record.title,
    shownDate(record)?.words ?? "Undated",
    permalink,
    "",
    ...(record.summary ? [record.summary, ""] : []),
    ...fields,
  ].join("\n");
}
