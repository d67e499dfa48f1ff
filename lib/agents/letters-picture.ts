import type { Correspondent } from "@/db/queries/agent-relations";

/** Where things stand in the picture of an agent among its correspondents, in units of its view box. */
const width = 900;
/** What a correspondent's name needs of the height, and what is left above and below all of them. */
const rowHeight = 74;
const margin = 36;
/** From the centre to the correspondents at its own height, and from the agent's mark to where the wedges begin. */
const reach = 190;
const hub = 12;
const thickest = 22;
const thinnest = 1.5;
const longestLabel = 30;

export type { Correspondent };

export type LetterPicture = {
  readonly width: number;
  readonly height: number;
  readonly centre: Point;
  readonly nodes: readonly PictureNode[];
};

type Point = { readonly x: number; readonly y: number };

export type PictureNode = Correspondent & {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly side: "left" | "right";
  /** Outlines of the wedges, thick where the letters were written; null where there were none. */
  readonly sentPath: string | null;
  readonly receivedPath: string | null;
};

/**
 * Places the correspondents around the agent, on the right and on the left in turn, at heights that keep their names apart. A wedge runs from
 * the writer to the reader, thick at the writer's end: its thickness tells the number of letters against the most there are.
 */
export function letterPicture(correspondents: readonly Correspondent[]): LetterPicture {
  const most = Math.max(1, ...correspondents.flatMap(({ sent, received }) => [sent, received]));
  const onRight = Math.ceil(correspondents.length / 2);
  const span = (onRight - 1) * rowHeight;
  const height = span + 2 * margin;
  const centre = { x: width / 2, y: height / 2 };
  const nodes = correspondents.map((correspondent, index): PictureNode => {
    const side = index % 2 === 0 ? "right" : "left";
    const inSide = side === "right" ? onRight : correspondents.length - onRight;
    const y = inSide === 1 ? 0 : (span * Math.floor(index / 2)) / (inSide - 1) - span / 2;
    const x = (side === "right" ? 1 : -1) * reach * Math.sqrt(1 - (y / (span / 2 + margin)) ** 2);
    const length = Math.hypot(x, y);
    const unit = { x: x / length, y: y / length };
    const near = { x: unit.x * hub, y: unit.y * hub };
    return {
      ...correspondent,
      label: shortened(correspondent.name),
      x: round(centre.x + x),
      y: round(centre.y + y),
      side,
      sentPath: wedge(centre, near, { x, y }, thickness(correspondent.sent, most)),
      receivedPath: wedge(centre, { x, y }, near, thickness(correspondent.received, most)),
    };
  });
  return { width, height, centre, nodes };
}

const thickness = (letters: number, most: number) =>
  letters === 0 ? 0 : thinnest + (thickest - thinnest) * Math.sqrt(letters / most);

/** A triangle that lies to one side of the line between two points, so that the way there and the way back do not cover each other. */
function wedge(centre: Point, from: Point, to: Point, width: number): string | null {
  if (width === 0) return null;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const across = { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
  const at = (point: Point, offset: number) =>
    `${round(centre.x + point.x + across.x * offset)} ${round(centre.y + point.y + across.y * offset)}`;
  return `M${at(from, 1)}L${at(to, 1)}L${at(from, 1 + width)}Z`;
}

const round = (value: number) => Math.round(value * 10) / 10;

const shortened = (name: string) =>
  name.length <= longestLabel ? name : `${name.slice(0, longestLabel - 1).trimEnd()}…`;
