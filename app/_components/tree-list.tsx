import { numberInWords } from "@/lib/archive/counts";
import type { TreeNode } from "@/lib/archive/tree";
import styles from "./tree-list.module.css";

type Row = {
  id: number;
  parentId: number | null;
  slug: string;
  name: string;
  /** Null where nobody has counted. */
  records: number | null;
};

type Properties = {
  nodes: readonly TreeNode<Row>[];
  hrefOf: (slug: string, name: string) => string;
  /** How a name is written below its parent; the name itself where nothing is given. */
  nameOf?: (name: string, depth: number) => string;
  depth?: number;
};

/** A tree as nested lists, each entry with the number of its records, and of the entries below it that are not shown. */
export function TreeList({ nodes, hrefOf, nameOf = (name) => name, depth = 0 }: Properties) {
  return (
    <ul role="list" className={depth === 0 ? styles.tree : styles.branch}>
      {nodes.map(({ id, slug, name, records, children, cut = 0 }) => (
        <li key={id}>
          <a href={hrefOf(slug, name)}>{nameOf(name, depth)}</a>{" "}
          <small>
            {records === null ? null : numberInWords(records)}
            {cut > 0 ? ` · ${numberInWords(cut)} within` : null}
          </small>
          {children.length > 0 ? (
            <TreeList nodes={children} hrefOf={hrefOf} nameOf={nameOf} depth={depth + 1} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
