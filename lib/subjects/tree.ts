import type { TreeRow } from "@/db/queries/trees";

/** A heading of the tree; one that nobody has made an entry for has no slug and no count. */
export type HeadingRow = Omit<TreeRow, "records"> & { readonly records: number | null };

const broaderOf = (heading: string): string | null => {
  const end = heading.lastIndexOf("--");
  return end < 0 ? null : heading.slice(0, end);
};

/**
 * Puts headings without a broader entry where their words say ("Economy--Trade" below "Economy"): below the nearest broader heading
 * there is, and where there is none below one that stands in the tree only to hold them together.
 */
export function placedByWords(rows: readonly TreeRow[]): HeadingRow[] {
  const placed: HeadingRow[] = [];
  const idOf = new Map(rows.map(({ id, name }) => [name, id]));
  const known = new Set(rows.map(({ id }) => id));
  const idOfBroader = (heading: string): number | null => {
    const broader = broaderOf(heading);
    if (broader === null) return null;
    const found = idOf.get(broader);
    if (found !== undefined) return found;
    const id = -1 - idOf.size;
    idOf.set(broader, id);
    placed.push({ id, parentId: idOfBroader(broader), slug: "", name: broader, records: null });
    return id;
  };
  for (const row of rows) {
    const isPlaced = row.parentId !== null && known.has(row.parentId);
    placed.push(isPlaced ? row : { ...row, parentId: idOfBroader(row.name) });
  }
  return placed.toSorted((a, b) => compare.compare(a.name, b.name));
}

const compare = new Intl.Collator("en", { sensitivity: "base" });

/** The broader headings that a heading's words name, the broadest first: "A--B--C" names "A" and "A--B". */
export function broaderByWords(heading: string): string[] {
  const parts = heading.split("--");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("--"));
}
