import "server-only";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { citeHref, hrefWith, recordHref } from "@/lib/archive/hrefs";
import { shownEdtf } from "@/lib/archive/listed-record";
import { answerGone } from "@/lib/cache/render-scope";
import { publicOrigin } from "@/lib/env";
import { findRecordForReaders, type PublishedRecord } from "@/lib/records/loaders";
import { citationsOf } from "./citations";
import { addressOf, type CitedPart } from "./cited-document";
import { citedRecord } from "./cited-record";

/**
 * The citations of the record at an address, or of a part of it: the number of a paragraph, a day (ISO 8601); what is left of a
 * withdrawn record. Redirects where it has moved.
 * A paragraph that no text has, and a day before its publication or still to come, are left out of the citations.
 */
export const loadCitations = cache(async (slugOrId: string, paragraph: string | null, day: string | null) => {
  const found = await findRecordForReaders(slugOrId);
  if (found.status === "absent") notFound();
  if (found.status === "moved") permanentRedirect(hrefWith(citeHref(found.slug), { p: paragraph, as: day }));
  if (found.status === "withdrawn") {
    answerGone();
    return found;
  }
  const { record } = found;
  const asOf = dayOf(record, day);
  const part: CitedPart = { paragraph: paragraphOf(record, paragraph), asOf: asOf?.words ?? null };
  const changed = isoDay(record.updatedAt);
  const document = await citedRecord(record, new URL(recordHref(record.slug), publicOrigin()).href);
  return {
    status: "published" as const,
    record,
    part,
    address: addressOf(document, part),
    styles: citationsOf(document, part),
    lastChange: { iso: changed, words: shownEdtf(changed)?.words ?? changed },
    asOf: asOf?.iso ?? null,
  };
});

const isoDay = (instant: Date) => instant.toISOString().slice(0, 10);

function paragraphOf({ texts }: PublishedRecord, asked: string | null): number | null {
  if (asked === null || !/^[1-9]\d{0,5}$/.test(asked)) return null;
  return texts.some(({ html }) => html.includes(` id="p${asked}"`)) ? Number(asked) : null;
}

function dayOf({ firstPublishedAt }: PublishedRecord, asked: string | null) {
  const shown = asked !== null && /^\d{4}-\d\d-\d\d$/.test(asked) ? shownEdtf(asked) : null;
  if (asked === null || shown === null) return null;
  const isTooEarly = firstPublishedAt !== null && asked < isoDay(firstPublishedAt);
  return isTooEarly || asked > isoDay(new Date()) ? null : { iso: asked, words: shown.words };
}
