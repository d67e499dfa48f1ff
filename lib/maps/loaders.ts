import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { countPlacedDecades, listPlacedPlaces, type PlacedRow } from "@/db/queries/mapped-places";
import { authoritiesTag, recordsTag } from "@/lib/archive/cache-tags";
import { placeHref } from "@/lib/archive/hrefs";
import { dependsOn } from "@/lib/cache/render-scope";
import { frames, placedWithin } from "./frames";
import { windowOfPart } from "./parts";
import { countriesOf, positionsOf, type Position } from "./positions";
import { windowOf, type MapWindow } from "./projection";
import type { MapSort, MapState } from "./state";

/** Lines of the table on one page of it. */
const placesPerPage = 100;
/** More circles than this are a blot; the table has them all. */
const mostDrawn = 250;

/** A line of the map's table. */
export type TabledPlace = {
  readonly slug: string;
  readonly name: string;
  readonly country: string | null;
  readonly count: number;
  readonly href: string;
  /** How its point is known; null for a place that is not on the map. */
  readonly by: Position["by"] | null;
};

/** What the map at an address shows, its table a page at a time. An unknown region, and a page that the table does not reach, is not found. */
export const loadMap = cache(async (state: MapState) => {
  dependsOn(recordsTag, authoritiesTag);
  const [rows, decades] = await Promise.all([listPlacedPlaces(state), countPlacedDecades(state.role)]);
  const region = state.region === null ? null : rows.find(({ slug }) => slug === state.region);
  if (region === undefined) notFound();
  const named = (region ? subtreeOf(region, rows) : rows).filter(({ records }) => records > 0);
  const [positions, countries] = [positionsOf(rows), countriesOf(rows)];
  const located = named.flatMap((row) => {
    const position = positions.get(row.id);
    return position ? [{ ...row, ...position, count: row.records, href: placeHref(row.slug) }] : [];
  });
  const view = windowFor(state, located);
  const inside = placedWithin(located, view, frames.page).toSorted((a, b) => b.count - a.count);
  const shown = new Map(inside.map((place) => [place.id, place]));
  // A part of the earth is what the drawing shows; of a region or the whole also what could not be drawn is told.
  const tabled = (state.part === null ? named : named.filter(({ id }) => shown.has(id))).map(
    (row): TabledPlace => ({
      slug: row.slug,
      name: row.name,
      country: countries.get(row.id) ?? null,
      count: row.records,
      href: placeHref(row.slug),
      by: shown.get(row.id)?.by ?? null,
    }),
  );
  const pages = Math.max(1, Math.ceil(tabled.length / placesPerPage));
  if (state.page > pages) notFound();
  return {
    region,
    view,
    drawn: inside.slice(0, mostDrawn),
    places: tabled
      .toSorted(orders[state.sort])
      .slice((state.page - 1) * placesPerPage, state.page * placesPerPage),
    total: tabled.length,
    notDrawn: tabled.filter(({ by }) => by === null).length,
    pages,
    decades,
  };
});

const byName = (a: TabledPlace, b: TabledPlace) => a.name.localeCompare(b.name, "en");
const orders: Record<MapSort, (a: TabledPlace, b: TabledPlace) => number> = {
  records: (a, b) => b.count - a.count || byName(a, b),
  name: byName,
  country: (a, b) => (a.country ?? "\uffff").localeCompare(b.country ?? "\uffff", "en") || byName(a, b),
};

const windowFor = (state: MapState, located: readonly Position[]): MapWindow =>
  state.part === null ? windowOf(located, frames.page) : windowOfPart(state.part);

/** A place and everything within it. */
function subtreeOf(top: PlacedRow, rows: readonly PlacedRow[]): PlacedRow[] {
  const below = new Map<number | null, PlacedRow[]>();
  for (const row of rows) below.set(row.parentId, [...(below.get(row.parentId) ?? []), row]);
  const found = [top];
  for (const row of found) found.push(...(below.get(row.id) ?? []));
  return found;
}
