import { projectionOf, type EarthPoint, type Frame, type MapWindow } from "./projection";

/** The sizes in which maps stand on pages: the page's whole width, half of it beside a list, or a column beside a text. */
export const frames = {
  page: { width: 1000, height: 480 },
  half: { width: 640, height: 400 },
  small: { width: 300, height: 220 },
} satisfies Record<string, Frame>;

export type FrameSize = keyof typeof frames;

/** The things that a map shows, each with its point on the drawing; what lies outside the window is left out. */
export function placedWithin<Thing extends EarthPoint>(
  things: readonly Thing[],
  view: MapWindow,
  frame: Frame,
): (Thing & { x: number; y: number })[] {
  const projection = projectionOf(view, frame);
  return things.flatMap((thing) => {
    const [x = -1, y = -1] = projection([thing.longitude, thing.latitude]) ?? [];
    const isInside = x >= 0 && x <= frame.width && y >= 0 && y <= frame.height;
    return isInside ? [{ ...thing, x, y }] : [];
  });
}
