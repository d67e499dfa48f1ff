/** An entry of a tree with the entries right below it. */
export type TreeNode<Row> = Row & { readonly children: readonly TreeNode<Row>[] };

/** Builds the tree from its rows, siblings in the order of the rows. A row whose parent is missing stands at the top. */
export function treeOf<Row extends { id: number; parentId: number | null }>(
  rows: readonly Row[],
): TreeNode<Row>[] {
  const known = new Set(rows.map((row) => row.id));
  const below = new Map<number | null, Row[]>();
  for (const row of rows) {
    const parentId = row.parentId !== null && known.has(row.parentId) ? row.parentId : null;
    below.set(parentId, [...(below.get(parentId) ?? []), row]);
  }
  const nodesUnder = (parentId: number | null): TreeNode<Row>[] =>
    (below.get(parentId) ?? []).map((row) => ({ ...row, children: nodesUnder(row.id) }));
  return nodesUnder(null);
}

/** Rows side by side, without what stands above or below them. */
export const topOf = <Row extends { id: number; parentId: number | null }>(
  rows: readonly Row[],
): TreeNode<Row>[] => rows.map((row) => ({ ...row, children: [] }));
