import type { Cover } from "@/db/queries/collections";
import type { CollectionUnit, Extent } from "@/db/queries/finding-aids";
import { countOf } from "@/lib/archive/counts";
import { yearInWords, yearOf } from "@/lib/archive/day-number";
import { derivativeHref, fileHref, recordHref } from "@/lib/archive/hrefs";
import { collectionLevelLabels } from "@/lib/archive/labels";

export type ShownCover = {
  readonly href: string;
  readonly source: string;
  readonly alternativeText: string;
  readonly caption: string;
};

/** A cover as pages show it: a picture made from the file, else the file itself where a browser can draw it, else nothing. */
export function shownCover(cover: Cover | null): ShownCover | null {
  if (cover === null) return null;
  const isDrawn = /^image\/(?:jpeg|png|webp|gif)$/.test(cover.mediaType);
  if (!cover.hasPictures && !isDrawn) return null;
  return {
    href: recordHref(cover.recordSlug),
    source: cover.hasPictures ? derivativeHref(cover, 1, "1200.webp") : fileHref(cover.id),
    alternativeText: cover.alternativeText ?? cover.recordTitle,
    caption: cover.caption ?? cover.recordTitle,
  };
}

/** The years between two days: "1959–1962"; null where neither is known. */
export function yearsBetween({ first, last }: { first: number | null; last: number | null }): string | null {
  const years = [first, last].flatMap((day) => (day === null ? [] : yearInWords(yearOf(day))));
  return [...new Set(years)].join("–") || null;
}

/** What a unit is and which years it covers: "Series, 1961–1963". */
export const unitInWords = (unit: CollectionUnit | undefined): string =>
  unit ? [collectionLevelLabels[unit.level], yearsBetween(unit)].filter(Boolean).join(", ") : "";

/** The extent of a collection (ISAD(G) 3.1.5), a line for each kind of thing there is. */
export function extentInWords(records: number, extent: Extent): string[] {
  const others = [
    [extent.scans, "file with scans", "files with scans"],
    [extent.scansElsewhere, "scan held elsewhere", "scans held elsewhere"],
    [extent.transcripts, "transcript", "transcripts"],
    [extent.translations, "translation", "translations"],
  ] as const;
  return [
    countOf(records, "record"),
    ...others.flatMap(([count, one, many]) => (count > 0 ? [countOf(count, one, many)] : [])),
  ];
}
