import { holdingLevelLabels } from "@/lib/archive/labels";
import { folioCoverage, stretchInWords, type FolioCoverage } from "@/lib/archive/folio-coverage";
import {
  type Holding,
  type HoldingLevel,
  holdingHref,
  holdingLevels,
  holdingValue,
  inNaturalOrder,
  lowestOf,
  partOf,
  placesAbove,
} from "@/lib/archive/holding";
import { recordHref } from "@/lib/archive/hrefs";
import { shownDate, type ShownDate } from "@/lib/archive/listed-record";
import type { TreeNode } from "@/lib/archive/tree";

type Counted = { readonly records: number };

const byName = (a: { name: string }, b: { name: string }) => inNaturalOrder(a.name, b.name);

/** The places of a repository as a tree; each hangs below the next higher one that is named. `slug` is the address of a place. */
export function holdingTree(slug: string, rows: readonly (Holding & Counted)[]): TreeNode<TreePlace>[] {
  const places = rows.flatMap((row, id) => {
    const lowest = lowestOf(row);
    const above = placesAbove(row).at(-1);
    return lowest === null
      ? []
      : [
          {
            id,
            parentId: null,
            slug: holdingHref(slug, row),
            above: above ? holdingHref(slug, above) : null,
            name: lowest.name,
            records: row.records,
          },
        ];
  });
  const nodesBelow = (parent: string | null): TreeNode<TreePlace>[] =>
    places
      .filter(({ above }) => above === parent)
      .toSorted(byName)
      .map((place) => ({ ...place, children: nodesBelow(place.slug) }));
  return nodesBelow(null);
}

/** What can be searched within: a place in an archive's order, or the whole archive where it names none. */
export function searchedWithin({ slug, name }: { slug: string; name: string }, holding: Holding) {
  const lowest = lowestOf(holding);
  return {
    label: lowest ? `Search within this ${lowest.level}` : `Search within ${name}`,
    facet: "repository" as const,
    value: holdingValue(slug, holding),
  };
}

type TreePlace = { id: number; parentId: null; slug: string; name: string; records: number };

type Part = { readonly level: HoldingLevel; readonly name: string } & Counted;

/** One page of the parts of a place, in their levels from the top down, counted within each level. */
export function partsByLevel(
  slug: string,
  holding: Holding,
  found: readonly Part[],
  page: number,
  pageSize: number,
) {
  const all = holdingLevels.flatMap((level) => found.filter((part) => part.level === level).toSorted(byName));
  const shown = all.slice((page - 1) * pageSize, page * pageSize);
  return {
    page,
    pages: Math.max(1, Math.ceil(all.length / pageSize)),
    total: all.length,
    levels: holdingLevels.flatMap((level) => {
      const inLevel = all.filter((part) => part.level === level).length;
      const entries = shown
        .filter((part) => part.level === level)
        .map(({ name, records }) => ({
          href: holdingHref(slug, partOf(holding, level, name)),
          name,
          description: null,
          records,
        }));
      return entries.length > 0 ? [{ label: holdingLevelLabels[level].many, inLevel, entries }] : [];
    }),
  };
}

/** The way down to a place, itself left out. */
export const trailTo = (repository: { slug: string; name: string }, holding: Holding) => [
  { label: "Archives", href: "/repositories" },
  { label: repository.name, href: holdingHref(repository.slug, { fonds: null, series: null, file: null }) },
  ...placesAbove(holding).flatMap((place) => {
    const lowest = lowestOf(place);
    return lowest ? [{ label: lowest.name, href: holdingHref(repository.slug, place) }] : [];
  }),
];

export type FileReference = {
  readonly id: number;
  readonly recordId: number;
  readonly raw: string;
  readonly folios: string | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly slug: string;
  readonly title: string;
  readonly dateExpression: string | null;
  readonly dateEdtf: string | null;
};

/** A record that shares folios with another, or of which a curator has yet to say whether it is the same document. */
type Match = {
  readonly anchor: string;
  readonly href: string;
  readonly title: string;
  readonly isOverlap: boolean;
};

export type FileRow =
  | { readonly kind: "gap"; readonly folios: string }
  | {
      readonly kind: "record";
      readonly anchor: string;
      readonly folios: string | null;
      readonly href: string;
      readonly title: string;
      readonly date: ShownDate | null;
      readonly matches: readonly Match[];
    };

const anchorOf = (id: number) => `r${id}`;

/** The folios of a file in order: what is published, what overlaps and what is missing, a page of records at a time. */
export function readFile(
  references: readonly FileReference[],
  pairs: readonly { recordId: number; otherId: number }[],
  page: number,
  pageSize: number,
) {
  const coverage = folioCoverage(references);
  const isPair = (a: number, b: number) =>
    pairs.some(
      ({ recordId, otherId }) => (recordId === a && otherId === b) || (recordId === b && otherId === a),
    );
  const paired = new Set(pairs.flatMap(({ recordId, otherId }) => [recordId, otherId]));
  const byId = new Map(references.map((reference) => [reference.id, reference]));
  const matchesOf = (reference: FileReference): Match[] => {
    const overlapping = new Set(coverage.overlaps.get(reference.id));
    const others = paired.has(reference.recordId)
      ? references.filter(({ id, recordId }) => overlapping.has(id) || isPair(recordId, reference.recordId))
      : [...overlapping].flatMap((id) => byId.get(id) ?? []);
    return others.map(({ id, slug, title }) => ({
      anchor: anchorOf(id),
      href: recordHref(slug),
      title,
      isOverlap: overlapping.has(id),
    }));
  };
  const shown = references.slice((page - 1) * pageSize, page * pageSize);
  return {
    rows: withGaps(shown, coverage, matchesOf),
    page,
    pages: Math.ceil(references.length / pageSize),
    records: new Set(references.map(({ recordId }) => recordId)).size,
    coverage,
    runs: references.flatMap(({ id, from, to }) =>
      from === null || to === null ? [] : [{ id, from, to, isShared: coverage.overlaps.has(id) }],
    ),
  };
}

/** Each record of a page, and before it the gap that ends where it begins. */
function withGaps(
  shown: readonly FileReference[],
  { gaps }: FolioCoverage,
  matchesOf: (reference: FileReference) => Match[],
): FileRow[] {
  const gapBefore = new Map(gaps.map((gap) => [gap.to + 1, gap]));
  return shown.flatMap((reference, index): FileRow[] => {
    const isFirst = reference.from !== shown[index - 1]?.from;
    const gap = isFirst && reference.from !== null ? gapBefore.get(reference.from) : undefined;
    return [
      ...(gap ? [{ kind: "gap" as const, folios: stretchInWords(gap) }] : []),
      {
        kind: "record",
        anchor: anchorOf(reference.id),
        folios: reference.folios,
        href: recordHref(reference.slug),
        title: reference.title,
        date: shownDate(reference),
        matches: matchesOf(reference),
      },
    ];
  });
}

/** What is covered, in a sentence: "Folios 193–211, of which 195–202 are not published here." */
export function coverageInWords({ bounds, gaps }: FolioCoverage): string | null {
  if (bounds === null) return null;
  const missing = gaps.slice(0, 12).map(stretchInWords).join(", ");
  const more = gaps.length > 12 ? " and others" : "";
  return `Folios ${stretchInWords(bounds)}${missing ? `, of which ${missing}${more} are not published here` : ", all published here"}.`;
}
