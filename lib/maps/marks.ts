import type { Frame } from "./projection";

/** A place on the drawing, before it is laid out: its point in units of the drawing. */
export type Spot = { readonly x: number; readonly y: number; readonly name: string; readonly count: number };

type Anchor = "start" | "middle" | "end";
type Label = { readonly x: number; readonly y: number; readonly anchor: Anchor; readonly isShown: boolean };

/** A laid-out circle: its area tells the count. `reach` is the radius that can be pointed at. */
export type Mark<Place extends Spot> = Place & {
  readonly radius: number;
  readonly reach: number;
  readonly label: Label;
};

const smallestRadius = 4;
/** Half of the 24 pixels that a pointer's target should measure (WCAG 2.2, 2.5.8). */
const fullReach = 12;
/** Centres lie at least this far apart, or one circle would hide another. */
const leastDistance = 9;
/** Points tried around a taken one: as many as lie so near (20 units) that the place is still told truly. */
const triedPoints = 15;
/** The size of the labels, in the drawing's units, and the width of an average letter as a part of it. */
export const labelSize = 13;
const letterWidth = 0.53;
const mostLabels = 40;
/** The biggest places are always named where only smaller circles are in the way: they are what a map is looked at for. */
const alwaysNamed = 10;

/**
 * Lays out places as circles, the biggest first, so that smaller ones are drawn above them and the keyboard meets the places with most
 * records first. Circles that would cover each other's centre are moved aside a little; labels stand where nothing is in their way, those
 * of the biggest places also over smaller circles, and the others appear when their circle is pointed at.
 */
export function marksOf<Place extends Spot>(places: readonly Place[], frame: Frame): Mark<Place>[] {
  const ordered = places.toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name, "en"));
  const most = Math.max(1, ordered[0]?.count ?? 1);
  const largest = Math.min(frame.width / 36, 6 + 2 * Math.sqrt(most));
  const spread = spreadOut(ordered).map((place) => ({
    ...place,
    radius: Math.max(smallestRadius, largest * Math.sqrt(place.count / most)),
  }));
  const labels = labelsOf(spread, frame);
  return spread.map((place, index) => ({
    ...place,
    reach: Math.max(place.radius, Math.min(fullReach, nearest(spread, index) / 2)),
    label: labels[index] ?? { x: place.x, y: place.y, anchor: "middle", isShown: false },
  }));
}

/** Moves a place that would lie on an earlier one to the nearest free point around it; where all near ones are taken it stays. */
function spreadOut<Place extends Spot>(places: readonly Place[]): Place[] {
  const set: Place[] = [];
  for (const place of places) {
    const isFree = (x: number, y: number) =>
      set.every((other) => Math.hypot(other.x - x, other.y - y) >= leastDistance);
    // A spiral of golden angles tries every direction before it goes further out.
    const around = Array.from({ length: triedPoints }, (_, step) => ({
      x: place.x + leastDistance * Math.sqrt(step / 3) * Math.cos(step * 2.4),
      y: place.y + leastDistance * Math.sqrt(step / 3) * Math.sin(step * 2.4),
    }));
    const { x, y } = around.find((point) => isFree(point.x, point.y)) ?? place;
    set.push({ ...place, x, y });
  }
  return set;
}

const nearest = (places: readonly Spot[], index: number): number => {
  const own = places[index];
  return own
    ? Math.min(
        ...places.map((other) => (other === own ? Infinity : Math.hypot(other.x - own.x, other.y - own.y))),
      )
    : Infinity;
};

type Box = { left: number; right: number; top: number; bottom: number };

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function labelsOf(places: readonly (Spot & { radius: number })[], frame: Frame): Label[] {
  const circles = places.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const taken: Box[] = [];
  return places.map((place, index) => {
    const candidates = positionsAround(place, frame);
    const inFrame = candidates.filter(({ box }) => isWithin(box, frame));
    const clear = inFrame.filter(({ box }) => !taken.some((other) => overlap(box, other)));
    const isFreeOf = (box: Box, among: readonly Box[]) =>
      !among.some((circle, other) => other !== index && overlap(box, circle));
    const free =
      taken.length < mostLabels
        ? (clear.find(({ box }) => isFreeOf(box, circles)) ??
          (index < alwaysNamed
            ? (clear.find(({ box }) => isFreeOf(box, circles.slice(0, index))) ?? clear[0])
            : undefined))
        : undefined;
    if (free) taken.push(free.box);
    const { label } = free ??
      candidates.find(({ box }) => box.left > 0 && box.right < frame.width) ?? {
        label: { x: place.x, y: place.y, anchor: "middle" as const },
      };
    return { ...label, isShown: free !== undefined };
  });
}

const isWithin = (box: Box, frame: Frame) =>
  box.left > 0 && box.right < frame.width && box.top > 0 && box.bottom < frame.height;

/** Where a label could stand: right of its circle, left of it, above, below, and in its corners. */
function positionsAround({ x, y, name, radius }: Spot & { radius: number }, frame: Frame) {
  const width = name.length * labelSize * letterWidth;
  const gap = radius + 4;
  const middle = Math.min(Math.max(x, width / 2 + 2), frame.width - width / 2 - 2);
  const boxAt = (left: number, base: number): Box => ({
    left: left - 2,
    right: left + width + 2,
    top: base - labelSize,
    bottom: base + labelSize * 0.3,
  });
  const beside = y + labelSize * 0.34;
  return [
    { label: { x: x + gap, y: beside, anchor: "start" as const }, box: boxAt(x + gap, beside) },
    { label: { x: x - gap, y: beside, anchor: "end" as const }, box: boxAt(x - gap - width, beside) },
    { label: { x: middle, y: y - gap, anchor: "middle" as const }, box: boxAt(middle - width / 2, y - gap) },
    {
      label: { x: middle, y: y + gap + labelSize * 0.8, anchor: "middle" as const },
      box: boxAt(middle - width / 2, y + gap + labelSize * 0.8),
    },
    ...([-1, 1] as const).flatMap((vertical) => {
      const aside = radius * 0.7 + 3;
      const base = beside + vertical * (aside + labelSize * 0.3);
      return [
        { label: { x: x + aside, y: base, anchor: "start" as const }, box: boxAt(x + aside, base) },
        { label: { x: x - aside, y: base, anchor: "end" as const }, box: boxAt(x - aside - width, base) },
      ];
    }),
  ];
}
