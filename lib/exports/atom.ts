import type { ExportedRecord } from "@/db/queries/exported-records";
import { recordHref } from "@/lib/archive/hrefs";
import { shownDate } from "@/lib/archive/listed-record";
import { instantOf, type AddressOf } from "./machine-record";

/** A feed of what a search finds (RFC 4287), with the number of all it finds (OpenSearch 1.1). */
export type Feed = {
  /** Stays the same for ever: whoever follows the feed knows it by this. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly query: string;
  /** The feed's own whole address, and that of the page that shows the same. */
  readonly self: string;
  readonly page: string;
  /** The name of the archive, which speaks where a record names no author. */
  readonly archive: string;
  readonly updated: Date;
  readonly total: number;
  readonly records: readonly ExportedRecord[];
};

/** Characters that no XML document can hold (XML 1.0, 2.2). */
const unspeakable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const escapes = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

/** Text as it stands in XML, in elements and in attributes. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(unspeakable, "")
    .replaceAll(/[&<>"]/g, (character) => escapes.get(character) ?? character);

const element = (name: string, text: string) => `<${name}>${xmlText(text)}</${name}>`;
const link = (rel: string, type: string, href: string) =>
  `<link rel="${rel}" type="${xmlText(type)}" href="${xmlText(href)}"/>`;

/** The feed as a document. */
export function atomOf(feed: Feed, addressOf: AddressOf): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">',
    element("id", feed.id),
    element("title", feed.title),
    element("subtitle", feed.subtitle),
    element("updated", feed.updated.toISOString()),
    `<author>${element("name", feed.archive)}</author>`,
    link("self", "application/atom+xml", feed.self),
    link("alternate", "text/html", feed.page),
    element("opensearch:totalResults", String(feed.total)),
    element("opensearch:startIndex", "1"),
    element("opensearch:itemsPerPage", String(feed.records.length)),
    `<opensearch:Query role="request" searchTerms="${xmlText(feed.query)}"/>`,
    ...feed.records.map((record) => entryOf(record, addressOf)),
    "</feed>",
    "",
  ].join("\n");
}

function entryOf(record: ExportedRecord, addressOf: AddressOf): string {
  const authors = record.links.flatMap((entry) =>
    entry.kind === "agent" && entry.role === "author" ? [entry.name] : [],
  );
  const subjects = record.links.flatMap((entry) => (entry.kind === "subject" ? [entry.name] : []));
  const date = shownDate(record)?.words;
  return [
    "<entry>",
    // The number of a record leads to it for ever, whatever its address comes to be.
    element("id", addressOf(recordHref(String(record.id)))),
    element("title", record.title),
    element("published", instantOf(record.firstPublishedAt)),
    element("updated", instantOf(record.updatedAt)),
    ...authors.map((name) => `<author>${element("name", name)}</author>`),
    link("alternate", "text/html", addressOf(recordHref(record.slug))),
    ...subjects.map((name) => `<category term="${xmlText(name)}"/>`),
    // An entry needs words of its own (RFC 4287, 4.1.2): the date tells records of one title apart.
    element("summary", [date ?? "Undated", record.summary].filter(Boolean).join(". ")),
    ...(record.rights ? [element("rights", record.rights.name)] : []),
    "</entry>",
  ].join("\n");
}
