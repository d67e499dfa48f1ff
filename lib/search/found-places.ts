import { listPlacePositions } from "@/db/queries/found-places";
import { positionsOf, type Position } from "@/lib/maps/positions";
import type { EarthPoint } from "@/lib/maps/projection";
import { match, matchedIn, type Matching } from "./matching";
import type { SearchState } from "./state";
import { isRefusal } from "./refusal";

/** A place that results name, itself or by a place within it, with how many of them do. */
type FoundPlace = { readonly slug: string; readonly name: string; readonly count: number };

export type FoundPlaces = {
  /** Those with a known position, most records first: as many as a map can show. */
  readonly drawn: readonly (FoundPlace & EarthPoint)[];
  /** Those named most, also without a position, most records first. */
  readonly listed: readonly (FoundPlace & { readonly by: Position["by"] | null })[];
  /** How many places the results name. */
  readonly total: number;
  /** How many of these lie nobody knows where. */
  readonly notDrawn: number;
};

/** More circles than this are a blot. */
const mostDrawn = 250;
/** Lines of the table; the page of the facet has them all. */
const mostListed = 60;

/** The places of all the results of a search, not only of a page of them. Null where the search took too long. */
export async function loadFoundPlaces(state: SearchState): Promise<FoundPlaces | null> {
  try {
    return await placesOf(await match(state));
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

async function placesOf(matching: Matching): Promise<FoundPlaces> {
  const { all, closest } = matchedIn(matching);
  const counts = new Map(matching.catalogue.values.count(all.copy().or(closest).places()).all("place"));
  const rows = await listPlacePositions();
  const positions = positionsOf(rows);
  const places = rows
    .flatMap(({ id, slug, name }) => {
      const count = counts.get(String(id));
      return count === undefined ? [] : [{ slug, name, count, position: positions.get(id) ?? null }];
    })
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name, "en"));
  return {
    drawn: places
      .flatMap(({ position, ...place }) => (position ? [{ ...place, ...position }] : []))
      .slice(0, mostDrawn),
    listed: places
      .slice(0, mostListed)
      .map(({ position, ...place }) => ({ ...place, by: position?.by ?? null })),
    total: places.length,
    notDrawn: places.filter(({ position }) => position === null).length,
  };
}
