import { repositoryHref } from "./hrefs";

/** The levels of an archive's own order (ISAD(G) 3.1.4), from the top down. */
export const holdingLevels = ["fonds", "series", "file"] as const;
export type HoldingLevel = (typeof holdingLevels)[number];

/** A place in an archive's order; null for a level that references to it do not name. */
export type Holding = { readonly [Level in HoldingLevel]: string | null };

export const wholeRepository: Holding = { fonds: null, series: null, file: null };

/** Stands for a level that is not named: a file without a series is at `/fonds/-/file`. */
const unnamed = "-";

/** Names that an address would take for something else: our own mark, and the steps "." and "..", get a mark before them. */
const isMarked = /^(?:-|\.{1,2}$)/;

const segmentOf = (name: string | null) =>
  name === null ? unnamed : encodeURIComponent(isMarked.test(name) ? unnamed + name : name);

/** The address of a place in an archive's order, of the archive itself when no level is named. */
export function holdingHref(slug: string, holding: Holding): `/repositories/${string}` {
  const names = holdingLevels.map((level) => holding[level]);
  const depth = names.findLastIndex((name) => name !== null) + 1;
  const below = names.slice(0, depth).map((name) => `/${segmentOf(name)}`);
  return `${repositoryHref(slug)}${below.join("")}`;
}

/** What follows an archive in the value of a filter, and what parts the levels there: "rgani:5›30›12". */
export const holdingMark = ":";
export const levelMark = "›";

/** The value by which a search is narrowed to a place in an archive's order; of the archive itself when no level is named. */
export function holdingValue(slug: string, holding: Holding): string {
  const names = holdingLevels.map((level) => holding[level]);
  const depth = names.findLastIndex((name) => name !== null) + 1;
  if (depth === 0) return slug;
  return `${slug}${holdingMark}${names
    .slice(0, depth)
    .map((name) => name ?? unnamed)
    .join(levelMark)}`;
}

/** What stands right above a place in an archive's order, and its own name, both by the values of filters; null for an archive. */
export function holdingAbove(value: string): { readonly above: string; readonly name: string } | null {
  const start = value.indexOf(holdingMark);
  if (start < 0) return null;
  const archive = value.slice(0, start);
  const levels = value.slice(start + 1).split(levelMark);
  const name = levels.pop() ?? "";
  while (levels.at(-1) === unnamed) levels.pop();
  return { above: levels.length > 0 ? `${archive}${holdingMark}${levels.join(levelMark)}` : archive, name };
}

/** The place that the segments of an address name, still encoded; null when they name none. */
export function holdingOf(segments: readonly string[]): Holding | null {
  if (segments.length === 0 || segments.length > holdingLevels.length) return null;
  const names: (string | null)[] = [];
  for (const segment of segments) {
    const name = decoded(segment);
    if (!name) return null;
    names.push(name === unnamed ? null : isMarked.test(name) ? name.slice(unnamed.length) : name);
  }
  const [fonds = null, series = null, file = null] = names;
  return names.at(-1) === null ? null : { fonds, series, file };
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/** The lowest level that a place names, and its name there; null for the whole repository. */
export function lowestOf(holding: Holding): { level: HoldingLevel; name: string } | null {
  for (const level of holdingLevels.toReversed()) {
    const name = holding[level];
    if (name !== null) return { level, name };
  }
  return null;
}

/** Every place above this one that is named, from the top down. */
export function placesAbove(holding: Holding): Holding[] {
  const named = holdingLevels.filter((level) => holding[level] !== null);
  return named.slice(0, -1).map((level) => {
    const depth = holdingLevels.indexOf(level);
    return {
      fonds: holding.fonds,
      series: depth >= 1 ? holding.series : null,
      file: null,
    };
  });
}

/** A part of a place: what references name next below it. */
export const partOf = (holding: Holding, level: HoldingLevel, name: string): Holding => ({
  ...holding,
  [level]: name,
});

const naturally = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Archives count their parts: "op. 2" stands before "op. 10". */
export const inNaturalOrder = (a: string, b: string): number => naturally.compare(a, b);
