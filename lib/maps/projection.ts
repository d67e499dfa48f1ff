import {
  geoAzimuthalEqualArea,
  geoCentroid,
  geoDistance,
  geoNaturalEarth1,
  type GeoProjection,
} from "d3-geo";

/** A point of the earth in WGS 84 degrees. */
export type EarthPoint = { readonly latitude: number; readonly longitude: number };

/** The drawing's size in its own units, about CSS pixels on a wide screen. */
export type Frame = { readonly width: number; readonly height: number };

/** What a map shows: the whole earth, or what lies around a point; `scale` is in units of the drawing by radian at the centre. */
export type MapWindow =
  | { readonly kind: "world" }
  | { readonly kind: "part"; readonly latitude: number; readonly longitude: number; readonly scale: number };

/** Beyond this many radians from its centre a flat map of a part is bent so far that the world does better. */
const widestPart = 1;
/** Half the height of the smallest part drawn, in radians: about 900 km, enough to recognise a country. */
const smallestPart = 0.14;
/** Scales go in steps, so that maps of nearly the same places share their outlines. */
const scaleStep = 1.25;
/** What stays free between the outermost places and the frame, as a part of the drawing. */
const margin = 0.14;

/** The window that holds all the points: as close as they allow, the world when they lie far apart or there are none. */
export function windowOf(points: readonly EarthPoint[], frame: Frame): MapWindow {
  if (points.length === 0) return { kind: "world" };
  const places = points.map(({ latitude, longitude }): [number, number] => [longitude, latitude]);
  const centre = middleOf(places);
  if (!centre || places.some((place) => geoDistance(place, centre) > widestPart)) return { kind: "world" };
  const extent = extentAround(places, centre);
  const halves = [frame.width / 2, frame.height / 2].map((half) => half * (1 - 2 * margin));
  const closest = frame.height / 2 / (2 * Math.sin(smallestPart / 2));
  const scale = Math.min(
    closest,
    ...[extent.width / 2, extent.height / 2].map((half, axis) => (halves[axis] ?? 0) / Math.max(half, 1e-9)),
  );
  const [longitude, latitude] = extent.centre;
  return {
    kind: "part",
    longitude: Math.round(longitude),
    latitude: Math.round(latitude),
    scale: Math.round(scaleStep ** Math.floor(Math.log(scale) / Math.log(scaleStep))),
  };
}

/** The middle of the points on the sphere; null where they lie evenly all around it. */
function middleOf(places: readonly [number, number][]): [number, number] | null {
  const centre = geoCentroid({ type: "MultiPoint", coordinates: [...places] });
  return centre.every(Number.isFinite) ? centre : null;
}

/** The rectangle that holds the points on a flat map around `around`, in radians, and its middle in degrees. */
function extentAround(places: readonly [number, number][], around: readonly [number, number]) {
  const flat = geoAzimuthalEqualArea().rotate([-around[0], -around[1]]).scale(1).translate([0, 0]);
  const projected = places.flatMap((place) => {
    const point = flat(place);
    return point ? [point] : [];
  });
  const xs = projected.map(([x]) => x);
  const ys = projected.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const middle = flat.invert?.([(left + right) / 2, (top + bottom) / 2]);
  return { width: right - left, height: bottom - top, centre: middle ?? around };
}

/** The whole earth in Natural Earth's projection, turned a little so that the eastern end of Siberia stays with it, without the poles. */
function worldProjection({ width, height }: Frame): GeoProjection {
  const projection = geoNaturalEarth1().rotate([-11, 0]).fitWidth(width, { type: "Sphere" });
  const [x, y] = projection.translate();
  const top = projection([11, 81])?.[1] ?? 0;
  const bottom = projection([11, -56])?.[1] ?? height;
  return projection.translate([x, y - top + (height - (bottom - top)) / 2]);
}

/** The projection of a window; what lies outside the frame, and a little beyond its edge, is cut off. */
export function projectionOf(view: MapWindow, frame: Frame): GeoProjection {
  const edge = 10;
  const projection =
    view.kind === "world"
      ? worldProjection(frame)
      : geoAzimuthalEqualArea()
          .rotate([-view.longitude, -view.latitude])
          .scale(view.scale)
          .translate([frame.width / 2, frame.height / 2]);
  return projection
    .clipExtent([
      [-edge, -edge],
      [frame.width + edge, frame.height + edge],
    ])
    .precision(0.3);
}
