import { readingOf, spanOf } from "@/lib/archive/edtf";
import { holdingHref, holdingLevels, partOf, wholeRepository } from "@/lib/archive/holding";
import { agentRoleLabels, holdingLevelLabels } from "@/lib/archive/labels";
import {
  agentHref,
  classificationHref,
  collectionHref,
  documentTypeHref,
  donorHref,
  languageHref,
  placeHref,
  publisherHref,
  repositoryHref,
  subjectHref,
  yearHref,
} from "@/lib/archive/hrefs";
import { shownDate, shownEdtf, type ShownDate } from "@/lib/archive/listed-record";
import { openFuture, openPast, yearOf } from "@/lib/archive/day-number";
import { otherTitleDates } from "@/lib/archive/title-date";
import { agentRoles } from "@/lib/archive/vocabulary";
import type { PublishedRecord } from "./loaders";

/** One value of a field: words, where they lead, and in which language they stand when it is not the page's. */
export type FieldValue = {
  readonly text: string;
  readonly href?: string;
  readonly detail?: string | null;
  readonly date?: ShownDate;
  readonly lang?: string;
  readonly dir?: string;
  /** What the value is made of, where its parts lead somewhere of their own. */
  readonly parts?: readonly FieldPart[];
};

type FieldPart = { readonly label: string; readonly text: string; readonly href?: string };

type Field = { readonly label: string; readonly values: readonly FieldValue[] };
export type FieldGroup = { readonly heading: string; readonly fields: readonly Field[] };

type Links = PublishedRecord["links"];

/** Everything that is said of a record, grouped and in the order of the page; empty fields and groups are left out. */
export function fieldGroupsOf(record: PublishedRecord): FieldGroup[] {
  const groups: FieldGroup[] = [
    { heading: "Document", fields: [...dateFields(record), ...documentFields(record)] },
    { heading: "People and organisations", fields: agentFields(record.links) },
    { heading: "Places and subjects", fields: topicFields(record.links) },
    { heading: "Original and source", fields: sourceFields(record) },
    { heading: "Access and rights", fields: rightsFields(record) },
  ];
  return groups
    .map(({ heading, fields }) => ({ heading, fields: fields.filter(({ values }) => values.length > 0) }))
    .filter(({ fields }) => fields.length > 0);
}

const one = (label: string, text: string | null): Field => ({
  label,
  values: text === null ? [] : [{ text }],
});

function dateFields(record: PublishedRecord): Field[] {
  const date = shownDate(record);
  const reading = record.dateEdtf === null ? null : readingOf(record.dateEdtf);
  const span = record.dateEdtf === null ? null : spanOf(record.dateEdtf);
  const dated = (label: string, edtf: string | null): Field => {
    const shown = shownEdtf(edtf);
    return { label, values: shown ? [{ text: shown.words, date: shown }] : [] };
  };
  const day = span && (span.earliest > openPast ? span.earliest : span.latest);
  const year = day !== null && day < openFuture && day > openPast ? yearOf(day) : "undated";
  return [
    {
      label: "Date",
      values: date
        ? [{ text: date.words, date, href: yearHref(year) }]
        : [{ text: "Undated", href: yearHref("undated") }],
    },
    {
      label: "Date in the title",
      values: otherTitleDates(record.title, record.dateEdtf).map((words) => ({
        text: `The title ${date && isNamedIn(record.title, date.words) ? "also gives" : "gives"} ${words}`,
      })),
    },
    one(
      "Read as",
      reading !== null && reading !== date?.words && !isSameDate(reading, date?.words) ? reading : null,
    ),
    dated("Event", record.eventDateEdtf),
    dated("Received", record.receivedDateEdtf),
    dated("Released", record.releaseDateEdtf),
  ];
}

/** Whether a title holds every word of a date: "May 17, 1960" in "… Resolution, 17 May 1960". */
const isNamedIn = (title: string, words: string): boolean =>
  words.split(/[\s,]+/).every((word) => title.includes(word.replace(/^0+(?=\d)/, "")));

/** Whether two wordings name the same day, month or year: "17 May 1960" and "May 17, 1960". */
function isSameDate(reading: string, wording: string | undefined): boolean {
  const parts = (text: string) =>
    text
      .split(/[\s,]+/)
      .map((part) => part.replace(/^0+(?=\d)/, ""))
      .filter(Boolean)
      .toSorted()
      .join(" ");
  return wording !== undefined && parts(reading) === parts(wording);
}

function agentFields(links: Links): Field[] {
  return agentRoles.map((role) => {
    const values = links.flatMap((link) =>
      link.kind === "agent" && link.role === role
        ? [{ text: link.name, href: agentHref(link.slug), detail: link.detail && `as “${link.detail}”` }]
        : [],
    );
    return { label: values.length > 1 ? agentRoleLabels[role].many : agentRoleLabels[role].one, values };
  });
}

function topicFields(links: Links): Field[] {
  const places = (role: "about" | "written_at") =>
    links.flatMap((link) =>
      link.kind === "place" && link.role === role ? [{ text: link.name, href: placeHref(link.slug) }] : [],
    );
  return [
    { label: "Places", values: places("about") },
    { label: "Written at", values: places("written_at") },
    {
      label: "Subjects",
      values: links.flatMap((link) =>
        link.kind === "subject"
          ? [{ text: link.name.split("--").join(" — "), href: subjectHref(link.slug) }]
          : [],
      ),
    },
  ];
}

const hrefOfKind = {
  type: documentTypeHref,
  language: languageHref,
  classification: classificationHref,
  donor: donorHref,
  publisher: publisherHref,
};

function valuesOf(
  links: Links,
  kind: "type" | "language" | "classification" | "donor" | "publisher",
): FieldValue[] {
  return links.flatMap((link) =>
    link.kind === kind ? [{ text: link.name, href: hrefOfKind[kind](link.slug) }] : [],
  );
}

function documentFields(record: PublishedRecord): Field[] {
  const { links, titles, neighbours } = record;
  return [
    {
      label: "Other titles",
      values: titles.map(({ title, language, languageCode, direction }) => ({
        text: title,
        detail: language,
        lang: languageCode,
        dir: direction,
      })),
    },
    { label: "Type", values: valuesOf(links, "type") },
    { label: "Language", values: valuesOf(links, "language") },
    { label: "Classification", values: valuesOf(links, "classification") },
    {
      label: neighbours.length > 1 ? "Collections" : "Collection",
      values: neighbours.map(({ collectionTitle, collectionSlug }) => ({
        text: collectionTitle,
        href: collectionHref(collectionSlug),
      })),
    },
    one("Extent", record.extent),
    one("Note", record.note),
  ];
}

function sourceFields(record: PublishedRecord): Field[] {
  return [
    {
      label: "Repository",
      values: repositoriesOf(record),
    },
    {
      label: "Archival reference",
      values: record.references.map((reference) => ({ text: reference.raw, parts: partsOf(reference) })),
    },
    one("Source", record.sourceCitation),
    {
      label: "Source address",
      values: record.sourceUri === null ? [] : [{ text: record.sourceUri, href: record.sourceUri }],
    },
    { label: "Publisher", values: valuesOf(record.links, "publisher") },
    { label: "Donor", values: valuesOf(record.links, "donor") },
    one("Custodial history", record.custodialHistory),
    one("Acquired from", record.acquisitionSource),
  ];
}

function repositoriesOf({ references }: PublishedRecord): FieldValue[] {
  const bySlug = new Map(
    references.flatMap(({ repositorySlug, repositoryName }) =>
      repositorySlug === null || repositoryName === null ? [] : [[repositorySlug, repositoryName] as const],
    ),
  );
  return [...bySlug].map(([slug, name]) => ({ text: name, href: repositoryHref(slug) }));
}

/** The parts of a reference, each leading to its place in the order of the archive that holds it. */
function partsOf(reference: PublishedRecord["references"][number]): FieldPart[] {
  const { repositorySlug, folios, hasFolioNumbers } = reference;
  let place = wholeRepository;
  const parts = holdingLevels.flatMap((level): FieldPart[] => {
    const name = reference[level];
    if (name === null) return [];
    place = partOf(place, level, name);
    const href = repositorySlug === null ? {} : { href: holdingHref(repositorySlug, place) };
    return [{ label: holdingLevelLabels[level].one, text: name, ...href }];
  });
  if (folios === null) return parts;
  return [...parts, { label: hasFolioNumbers ? "Folios" : "Item", text: folios }];
}

function rightsFields({ rights, accessConditions, useConditions }: PublishedRecord): Field[] {
  return [
    {
      label: "Rights",
      values: rights
        ? [
            {
              text: rights.name,
              ...(rights.uri === null ? {} : { href: rights.uri }),
              detail: rights.statement,
            },
          ]
        : [],
    },
    one("Access", accessConditions),
    one("Use", useConditions),
  ];
}

/** The first words of a record's summary, for search engines and previews: at most `length` characters, cut between words. */
export function describedIn(length: number, summary: string | null): string | undefined {
  if (summary === null || summary.length <= length) return summary ?? undefined;
  return `${summary.slice(0, summary.lastIndexOf(" ", length - 1))} …`;
}
