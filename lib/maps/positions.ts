import { cities } from "./cities";
import { countryNamed, countries } from "./countries";
import type { EarthPoint } from "./projection";

/** A place as the archive describes it, with what contains it. */
type DescribedPlace = {
  readonly id: number;
  readonly parentId: number | null;
  readonly name: string;
  readonly kind: "region" | "country" | "area" | "city" | "site";
  readonly latitude: number | null;
  readonly longitude: number | null;
};

/**
 * Where a place is drawn, and how that is known: "described" by a curator's coordinates, "named" by the list of well-known cities,
 * "country" at the middle of the country or the larger place that it belongs to.
 */
export type Position = EarthPoint & { readonly by: "described" | "named" | "country" };

const byId = (places: readonly DescribedPlace[]) => new Map(places.map((place) => [place.id, place]));

/** The positions of places by their ids; a place that cannot be drawn honestly has none. */
export function positionsOf(places: readonly DescribedPlace[]): Map<number, Position> {
  const all = byId(places);
  return new Map(
    places.flatMap((place) => {
      const position = positionOf(place, all);
      return position ? [[place.id, position] as const] : [];
    }),
  );
}

function positionOf(place: DescribedPlace, all: ReadonlyMap<number, DescribedPlace>): Position | null {
  const own = ownPosition(place);
  // A region without coordinates of its own is no point; what lies within it has its own.
  if (own || place.kind === "region") return own;
  for (const above of ancestorsOf(place, all)) {
    if (above.kind === "region") return null;
    const found = ownPosition(above);
    if (found) return { ...found, by: "country" };
  }
  return null;
}

function ownPosition({ name, latitude, longitude }: DescribedPlace): Position | null {
  if (latitude !== null && longitude !== null) return { latitude, longitude, by: "described" };
  const city = cities.get(name) ?? cityWithin(name);
  if (city) return { latitude: city.latitude, longitude: city.longitude, by: "named" };
  const country = countryNamed(name) ?? countryNamed(lastPartOf(name));
  return country ? { latitude: country.latitude, longitude: country.longitude, by: "country" } : null;
}

/** A city written with its country: "Kyoto, Japan". */
export function cityWithin(name: string) {
  const city = cities.get(name.slice(0, Math.max(0, name.lastIndexOf(", "))));
  const country = countryNamed(lastPartOf(name));
  return city && country && countries().get(city.country)?.name === country.name ? city : null;
}

/** The last of the parts that commas divide: "Japan" of "Kyoto, Japan", the whole of a name without a comma. */
export const lastPartOf = (name: string): string => name.slice(name.lastIndexOf(", ") + 1).trim();

function ancestorsOf(place: DescribedPlace, all: ReadonlyMap<number, DescribedPlace>): DescribedPlace[] {
  const above: DescribedPlace[] = [];
  let next = place.parentId === null ? undefined : all.get(place.parentId);
  while (next && !above.includes(next)) {
    above.push(next);
    next = next.parentId === null ? undefined : all.get(next.parentId);
  }
  return above;
}

/** The country of each place: the one that contains it in the archive's tree, else the one of the well-known city or of its name. */
export function countriesOf(places: readonly DescribedPlace[]): Map<number, string> {
  const all = byId(places);
  return new Map(
    places.flatMap((place) => {
      const country = countryOf(place, all);
      return country === null ? [] : [[place.id, country] as const];
    }),
  );
}

function countryOf(place: DescribedPlace, all: ReadonlyMap<number, DescribedPlace>): string | null {
  const line = [place, ...ancestorsOf(place, all)];
  const described = line.find(({ kind }) => kind === "country");
  if (described) return described.name;
  const city = line.map(({ name }) => cities.get(name) ?? cityWithin(name)).find(Boolean);
  if (city) return countries().get(city.country)?.name ?? city.country;
  return (countryNamed(place.name) ?? countryNamed(lastPartOf(place.name)))?.name ?? null;
}
