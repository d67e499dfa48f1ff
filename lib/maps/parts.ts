import type { MapWindow } from "./projection";

/** Parts of the earth that the big map can be brought closer to, each with what it then shows. */
const windows = {
  europe: { label: "Europe", latitude: 52, longitude: 16, scale: 720 },
  "middle-east": { label: "Middle East", latitude: 28, longitude: 37, scale: 860 },
  africa: { label: "Africa", latitude: 1, longitude: 18, scale: 378 },
  asia: { label: "Asia", latitude: 28, longitude: 98, scale: 350 },
  oceania: { label: "Oceania", latitude: -18, longitude: 150, scale: 480 },
  "north-america": { label: "North America", latitude: 38, longitude: -95, scale: 500 },
  caribbean: { label: "Caribbean", latitude: 19, longitude: -78, scale: 1200 },
  "south-america": { label: "South America", latitude: -20, longitude: -62, scale: 370 },
} as const;

export type MapPart = keyof typeof windows;

/** In the order of their links. */
export const mapParts: readonly MapPart[] = [
  "europe",
  "middle-east",
  "africa",
  "asia",
  "oceania",
  "north-america",
  "caribbean",
  "south-america",
];

export const partLabel = (part: MapPart): string => windows[part].label;

export const windowOfPart = (part: MapPart): MapWindow => {
  const { latitude, longitude, scale } = windows[part];
  return { kind: "part", latitude, longitude, scale };
};
