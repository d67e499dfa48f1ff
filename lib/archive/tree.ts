/** An entry of a tree with the entries right below it; `cut` counts those of them that are not shown. */
export type TreeNode<Row> = Row & { readonly children: readonly TreeNode<Row>[]; readonly cut?: number };

/** Builds the tree from its rows, siblings in the order of the rows. A row whose parent is missing stands at the top. */
export function treeOf<Row extends { id: number; parentId: number | null }>(
  rows: readonly Row[],
): TreeNode<Row>[] {
  const known = new Set(rows.map((row) => row.id));
  const below = new Map<number | null, Row[]>();
  for (const row of rows) {
    const parentId = row.parentId !== null && known.has(row.parentId) ? row.parentId : null;
    const siblings = below.get(parentId);
    if (siblings) siblings.push(row);
    else below.set(parentId, [row]);
  }
  const nodesUnder = (parentId: number | null): TreeNode<Row>[] =>
    (below.get(parentId) ?? []).map((row) => ({ ...row, children: nodesUnder(row.id) }));
  return nodesUnder(null);
}

/** Rows side by side, without what stands above or below them. */
export const topOf = <Row extends { id: number; parentId: number | null }>(
  rows: readonly Row[],
): TreeNode<Row>[] => rows.map((row) => ({ ...row, children: [] }));

/**
 * A tree without its lower levels where it has more than `most` entries: whole levels are left out from the bottom up, and the entries
 * above tell how many are. Of too long a top level the entries with something below them stay, then those with most records.
 */
export function shortened<Row extends { id: number; records: number | null }>(
  nodes: readonly TreeNode<Row>[],
  most: number,
): { nodes: TreeNode<Row>[]; left: number } {
  const roots = new Set(
    nodes
      .toSorted(
        (a, b) =>
          Number(b.children.length > 0) - Number(a.children.length > 0) ||
          (b.records ?? 0) - (a.records ?? 0),
      )
      .slice(0, most),
  );
  let shown = roots.size;
  let depth = 0;
  let level: readonly TreeNode<Row>[] = [...roots];
  while (level.length > 0) {
    level = level.flatMap(({ children }) => children);
    if (level.length === 0 || shown + level.length > most) break;
    shown += level.length;
    depth += 1;
  }
  const cutBelow = (node: TreeNode<Row>, levels: number): TreeNode<Row> =>
    levels > 0
      ? { ...node, children: node.children.map((child) => cutBelow(child, levels - 1)) }
      : { ...node, children: [], cut: node.children.length };
  return {
    nodes: nodes.filter((node) => roots.has(node)).map((node) => cutBelow(node, depth)),
    left: nodes.length - roots.size,
  };
}
