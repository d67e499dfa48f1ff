import { geoGraticule, geoPath, type GeoPermissibleObjects, type GeoProjection } from "d3-geo";
import { atlasOf } from "./atlas";
import { PathWriter } from "./path-writer";
import { projectionOf, type Frame, type MapWindow } from "./projection";

/** The lines of a map as data of SVG paths in tenths of the drawing's unit. */
export type Outline = { readonly land: string; readonly borders: string; readonly graticule: string };

/** Outlines kept in the process, those used last at the end; each takes some tens of kilobytes. */
const kept = new Map<string, Outline>();
const mostKept = 80;

/** Coasts, borders and the net of degrees within a window; drawn once for each window and frame and then kept. */
export function outlineOf(view: MapWindow, frame: Frame): Outline {
  const key = JSON.stringify([view, frame]);
  const outline = kept.get(key) ?? drawn(view, frame);
  kept.delete(key);
  kept.set(key, outline);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return outline;
}

function drawn(view: MapWindow, frame: Frame): Outline {
  const atlas = atlasOf(view.kind === "world" || view.scale < frame.width / 1.6 ? "110m" : "50m");
  const projection = projectionOf(view, frame);
  const degrees = view.kind === "world" ? 30 : view.scale < 2 * frame.width ? 10 : 5;
  return {
    land: pathOf(atlas.land, projection),
    borders: pathOf(atlas.borders, projection),
    graticule: pathOf(geoGraticule().step([degrees, degrees])(), projection),
  };
}

function pathOf(shape: GeoPermissibleObjects, projection: GeoProjection): string {
  const writer = new PathWriter();
  geoPath(projection, writer)(shape);
  return writer.data;
}
