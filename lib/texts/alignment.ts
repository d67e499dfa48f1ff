import type { Piece } from "./shown-text";

/** Pieces of two texts that say the same; a side may be empty. */
export type AlignedRow = { readonly left: readonly Piece[]; readonly right: readonly Piece[] };

/**
 * Lays two texts of a record side by side: where a paragraph is known to render another, there; between such places, and where none
 * is known, page by page; and what is left in order, piece by piece where both sides have as many, else by how far it stands in
 * the text. Every piece is in one row, and both texts keep their order.
 */
export function alignedRows(left: readonly Piece[], right: readonly Piece[]): AlignedRow[] {
  const known = pairsBetween(left, right, isRendering);
  const pairs = known.length > 0 ? known : pairsBetween(left, right, beginsSamePage(left, right));
  const rows: AlignedRow[] = [];
  let [from, to] = [0, 0];
  for (const [index, [l, r]] of pairs.entries()) {
    rows.push(...byPosition(left.slice(from, l), right.slice(to, r)));
    const [nextLeft, nextRight] = pairs[index + 1] ?? [left.length, right.length];
    // One paragraph may be rendered by several, which stand together then.
    const ends = known.length > 0 ? endsOf(left, right, [l, r], [nextLeft, nextRight]) : ([l, r] as const);
    if (known.length > 0) rows.push({ left: left.slice(l, ends[0]), right: right.slice(r, ends[1]) });
    [from, to] = ends;
  }
  rows.push(...byPosition(left.slice(from), right.slice(to)));
  return rows;
}

type Pair = readonly [left: number, right: number];
type Matches = (left: Piece, right: Piece) => boolean;

const isRendering: Matches = (left, right) =>
  left.renders.some((anchor) => right.anchors.includes(anchor) || right.renders.includes(anchor)) ||
  right.renders.some((anchor) => left.anchors.includes(anchor));

function beginsSamePage(left: readonly Piece[], right: readonly Piece[]): Matches {
  const firsts = (pieces: readonly Piece[]) =>
    new Set(pieces.filter(({ page }, index) => page !== null && page !== pieces[index - 1]?.page));
  const [leftFirsts, rightFirsts] = [firsts(left), firsts(right)];
  return (one, other) => one.page === other.page && leftFirsts.has(one) && rightFirsts.has(other);
}

/** The first place of each match, both sides rising; a match that would cross an earlier one is passed over. */
function pairsBetween(left: readonly Piece[], right: readonly Piece[], matches: Matches): Pair[] {
  const pairs: Pair[] = [];
  let next = 0;
  for (const [l, piece] of left.entries()) {
    const found = right.slice(next).findIndex((other) => matches(piece, other));
    if (found === -1) continue;
    pairs.push([l, next + found]);
    next += found + 1;
  }
  return pairs;
}

function endsOf(
  left: readonly Piece[],
  right: readonly Piece[],
  [l, r]: Pair,
  [nextLeft, nextRight]: Pair,
): Pair {
  const [one, other] = [left[l], right[r]];
  let [leftEnd, rightEnd] = [l + 1, r + 1];
  while (one && rightEnd < nextRight && right[rightEnd] && isRendering(one, right[rightEnd] ?? one))
    rightEnd += 1;
  while (other && leftEnd < nextLeft && left[leftEnd] && isRendering(left[leftEnd] ?? other, other))
    leftEnd += 1;
  return [leftEnd, rightEnd];
}

function byPosition(left: readonly Piece[], right: readonly Piece[]): AlignedRow[] {
  if (left.length === right.length) {
    return left.map((piece, index) => ({ left: [piece], right: right.slice(index, index + 1) }));
  }
  if (left.length === 0) return right.map((piece) => ({ left: [], right: [piece] }));
  if (right.length === 0) return left.map((piece) => ({ left: [piece], right: [] }));
  if (left.length < right.length)
    return spread(left, right).map(([piece, pieces]) => ({ left: [piece], right: pieces }));
  return spread(right, left).map(([piece, pieces]) => ({ left: pieces, right: [piece] }));
}

/** Gives each of the many pieces to the one of the few in whose part of the text its middle falls. */
function spread(few: readonly Piece[], many: readonly Piece[]): [Piece, Piece[]][] {
  const total = (pieces: readonly Piece[]) => pieces.reduce((sum, { length }) => sum + length + 1, 0);
  const [fewTotal, manyTotal] = [total(few), total(many)];
  const rows = few.map((piece): [Piece, Piece[]] => [piece, []]);
  let [at, row, end] = [0, 0, (few[0]?.length ?? 0) + 1];
  for (const piece of many) {
    const middle = ((at + (piece.length + 1) / 2) / manyTotal) * fewTotal;
    while (row < few.length - 1 && middle > end) {
      row += 1;
      end += (few[row]?.length ?? 0) + 1;
    }
    rows[row]?.[1].push(piece);
    at += piece.length + 1;
  }
  return rows;
}
