import { countOf } from "@/lib/archive/counts";
import { topOf } from "@/lib/archive/tree";
import { TreeList } from "./tree-list";

type Part = { id: number; parentId: number | null; slug: string; name: string; records: number };

type Properties = {
  heading: string;
  parts: readonly Part[];
  hrefOf: (slug: string) => string;
  nameOf?: (name: string) => string;
  /** Those that are not among the parts, and the list in which they stand. */
  left: number;
  noun: string;
  listHref: string;
};

/** What lies right below an entry of a tree; draws nothing where nothing does. */
export function PartsSection({ heading, parts, hrefOf, nameOf, left, noun, listHref }: Properties) {
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{heading}</h2>
      <TreeList nodes={topOf(parts)} hrefOf={hrefOf} {...(nameOf ? { nameOf } : {})} />
      {left > 0 ? (
        <p>
          <a href={listHref}>{countOf(left, `more ${noun}`)}, A–Z</a>
        </p>
      ) : null}
    </section>
  );
}
