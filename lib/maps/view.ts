import { countOf, numberInWords } from "@/lib/archive/counts";
import { placeRoleLabels } from "@/lib/archive/labels";
import { mapParts, partLabel } from "./parts";
import type { Position } from "./positions";
import { mapHref, type MapState } from "./state";

/** Links to the decades that have records with places, the first one to all years. */
export function decadeLinks(state: MapState, decades: readonly { decade: number; records: number }[]) {
  const within = decades.filter(({ decade }) => decade >= 100 && decade < 9990);
  return [
    {
      href: mapHref(state, { from: null, to: null }),
      label: "All years",
      isCurrent: state.from === null && state.to === null,
    },
    ...within.map(({ decade, records }) => ({
      href: mapHref(state, { from: decade, to: decade + 9 }),
      label: `${decade}s`,
      count: numberInWords(records),
      isCurrent: state.from === decade && state.to === decade + 9,
    })),
  ];
}

/** Links to the parts of the earth, the first one to everything that the archive has. */
export const partLinks = (state: MapState) => [
  {
    href: mapHref(state, { part: null, region: null }),
    label: "All places",
    isCurrent: state.part === null && state.region === null,
  },
  ...mapParts.map((part) => ({
    href: mapHref(state, { part, region: null }),
    label: partLabel(part),
    isCurrent: state.part === part,
  })),
];

/** What the map shows, in a sentence: "18 places of 1950–1962 that documents are about; 2 are not on the map." */
export function mapSummary(
  { from, to, role, part }: MapState,
  { total, notDrawn, drawn }: { total: number; notDrawn: number; drawn: readonly unknown[] },
): string {
  const years = from === null && to === null ? "" : ` in documents of ${yearsInWords(from, to)}`;
  const inRole = role === null ? "" : `, which documents ${placeRoleLabels[role]}`;
  const where = part === null ? "" : ` in this part of the earth (${partLabel(part)})`;
  const undrawn =
    notDrawn === 0 ? "" : ` Of unknown position, and in the table alone: ${numberInWords(notDrawn)}.`;
  const isCut = drawn.length + notDrawn < total;
  const cut = isCut ? ` The ${numberInWords(drawn.length)} with most records are drawn.` : "";
  const sentence = `${countOf(total, "place")}${years}${where}${inRole}.`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${undrawn}${cut}`;
}

function yearsInWords(from: number | null, to: number | null): string {
  if (from === to) return String(from);
  if (from === null) return `the time until ${to}`;
  return to === null ? `the time from ${from} on` : `${from}–${to}`;
}

/** How the point of a place is known. */
export const positionInWords = (by: Position["by"] | null): string => {
  switch (by) {
    case "described":
    case "named":
      return "Point";
    case "country":
      return "Middle of the country";
    case null:
      return "Not on the map";
  }
};
