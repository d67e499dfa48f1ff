import { readFileSync } from "node:fs";
import { join } from "node:path";
import { geoArea, geoCentroid } from "d3-geo";
import type { MultiLineString, MultiPolygon, Polygon, Position } from "geojson";
import { feature, merge, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** How finely coasts and borders are drawn: 1:110 million for the world, 1:50 million for parts of it. */
export type Detail = "110m" | "50m";

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Dry land and the borders of present-day states, in WGS 84 degrees. */
export type Atlas = { readonly land: MultiPolygon; readonly borders: MultiLineString };

const antarctica = "Antarctica";
const nameOf = (properties: { name?: string } | undefined) => properties?.name ?? "";
const atlases = new Map<Detail, Atlas>();

/** The countries of Natural Earth (public domain) as the package world-atlas carries them; read once for each use. */
function readCountries(detail: Detail): Countries {
  const file = join(process.cwd(), "node_modules", "world-atlas", `countries-${detail}.json`);
  const countries: Countries = JSON.parse(readFileSync(file, "utf8"));
  return countries;
}

/** Coasts and borders, kept in the process. Antarctica is left out: it would take a fifth of every map of the world. */
export function atlasOf(detail: Detail): Atlas {
  const known = atlases.get(detail);
  if (known) return known;
  const topology = readCountries(detail);
  const inhabited = topology.objects.countries.geometries.filter(
    ({ properties }) => nameOf(properties) !== antarctica,
  );
  const polygons = inhabited.flatMap((geometry) =>
    geometry.type === "Polygon" || geometry.type === "MultiPolygon" ? [geometry] : [],
  );
  const atlas = {
    land: merge(topology, polygons),
    borders: mesh(topology, topology.objects.countries, (one, other) => one !== other),
  };
  atlases.set(detail, atlas);
  return atlas;
}

/** The middle of each country's largest piece of land by its name in the atlas, as degrees north and east. */
export function countryMiddles(): Map<string, { latitude: number; longitude: number }> {
  const topology = readCountries("50m");
  return new Map(
    feature(topology, topology.objects.countries).features.flatMap(({ geometry, properties }) => {
      if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") return [];
      const [longitude, latitude] = geoCentroid(largestPart(geometry));
      return [[nameOf(properties), { latitude, longitude }] as const];
    }),
  );
}

function largestPart(geometry: Polygon | MultiPolygon): Polygon {
  const parts: Position[][][] = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const polygons = parts.map((coordinates): Polygon => ({ type: "Polygon", coordinates }));
  return polygons.reduce((largest, part) => (geoArea(part) > geoArea(largest) ? part : largest));
}
