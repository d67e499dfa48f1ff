import { cities } from "./cities";
import { countries, countryNamed } from "./countries";
import { cityWithin, lastPartOf } from "./positions";
import type { EarthPoint } from "./projection";

/** What is known of a place by its name alone. */
export type PlaceFacts = {
  /** The present-day country or former state that it lies in; null for a country itself and where it is not known. */
  readonly country: string | null;
  readonly isCountry: boolean;
  /** Every name that means it in the usual sources, the one to prefer first; its own alone where no other is known. */
  readonly names: readonly [string, ...string[]];
};

/** Cities that documents name in other languages or by former names, the usual English name first. */
const exonyms: readonly (readonly [string, ...string[]])[] = [
  ["Beijing", "Peking", "Peiping"],
  ["Belgrade", "Belgrad", "Beograd"],
  ["Bucharest", "Bukarest", "București"],
  ["Chongqing", "Chungking"],
  ["Copenhagen", "Kopenhagen", "København"],
  ["Havana", "Habana", "La Habana"],
  ["Istanbul", "İstanbul", "Constantinople", "Konstantinopel"],
  ["Jakarta", "Djakarta", "Batavia"],
  ["Jidda", "Jiddah", "Jeddah"],
  ["Ljubljana", "Laibach"],
  ["Moscow", "Moskau", "Moskva"],
  ["Naples", "Neapel", "Napoli"],
  ["Prague", "Prag", "Praha"],
  ["Rome", "Rom", "Roma"],
  ["Saigon", "Sài Gòn", "Ho Chi Minh City"],
  ["Venice", "Venezia", "Venedig"],
  ["Vienna", "Wien", "Vienne"],
  ["Warsaw", "Warschau", "Warszawa"],
];

const namesOfCities = new Map(exonyms.flatMap((names) => names.map((name) => [name, names] as const)));

/** Degrees from the city of its name beyond which a place is another of that name. */
const nearby = 1;

/** The facts of a name; `at` is where the place is known to lie, so that a village is not taken for the city of its name. */
export function placeFacts(name: string, at: EarthPoint | null = null): PlaceFacts {
  const names = namesOfCities.get(name) ?? [name];
  const city = names
    .map((each) => cities.get(each) ?? cityWithin(each))
    .find((each) => each !== undefined && each !== null);
  const alone: PlaceFacts = { country: null, isCountry: false, names: [name] };
  if (city) {
    if (at !== null && !isNear(at, city)) return alone;
    const country = countries().get(city.country)?.name ?? city.country;
    // A city that is a state of its own lies in no other.
    return { ...alone, country: names.includes(country) ? null : country, names };
  }
  if (countryNamed(name)) return { ...alone, isCountry: true };
  const last = lastPartOf(name);
  return { ...alone, country: last === name ? null : (countryNamed(last)?.name ?? null), names };
}

const isNear = (a: EarthPoint, b: EarthPoint) =>
  Math.abs(a.latitude - b.latitude) <= nearby && Math.abs(a.longitude - b.longitude) <= nearby;
