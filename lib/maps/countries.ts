import { countryMiddles } from "./atlas";
import type { EarthPoint } from "./projection";

/** The atlas shortens some names; these are the whole ones, and other names under which catalogues write present-day countries. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  "Antigua and Barb.": ["Antigua and Barbuda"],
  "Bosnia and Herz.": ["Bosnia and Herzegovina", "Bosnia"],
  "Cabo Verde": ["Cape Verde"],
  "Central African Rep.": ["Central African Republic"],
  "Cook Is.": ["Cook Islands"],
  Czechia: ["Czech Republic"],
  "Côte d'Ivoire": ["Ivory Coast", "Cote d'Ivoire"],
  "Dem. Rep. Congo": ["Democratic Republic of the Congo", "Zaire", "Belgian Congo"],
  Congo: ["Republic of the Congo"],
  "Dominican Rep.": ["Dominican Republic"],
  "Eq. Guinea": ["Equatorial Guinea"],
  "Falkland Is.": ["Falkland Islands"],
  "Fr. Polynesia": ["French Polynesia"],
  Ethiopia: ["Abyssinia"],
  Germany: ["Federal Republic of Germany", "West Germany"],
  Indonesia: ["Netherlands East Indies", "Dutch East Indies"],
  Iran: ["Persia"],
  Macedonia: ["North Macedonia"],
  "Marshall Is.": ["Marshall Islands"],
  Myanmar: ["Burma"],
  Netherlands: ["The Netherlands", "Holland"],
  "S. Sudan": ["South Sudan"],
  "Solomon Is.": ["Solomon Islands"],
  "South Korea": ["Republic of Korea"],
  "Sri Lanka": ["Ceylon"],
  Taiwan: ["Formosa", "Republic of China"],
  Thailand: ["Siam"],
  Turkey: ["Türkiye"],
  "United Kingdom": ["Great Britain", "England"],
  "United States of America": ["United States", "USA", "U.S."],
  "W. Sahara": ["Western Sahara"],
  Zimbabwe: ["Rhodesia", "Southern Rhodesia"],
  Zambia: ["Northern Rhodesia"],
  eSwatini: ["Eswatini", "Swaziland"],
};

/** States that are no more, at the middle of what was their land. */
const formerStates: Readonly<Record<string, EarthPoint>> = {
  "Soviet Union": { latitude: 60, longitude: 90 },
  USSR: { latitude: 60, longitude: 90 },
  Yugoslavia: { latitude: 44, longitude: 19 },
  Czechoslovakia: { latitude: 49.4, longitude: 17.2 },
  "East Germany": { latitude: 52.1, longitude: 12.9 },
  "German Democratic Republic": { latitude: 52.1, longitude: 12.9 },
  "Austria-Hungary": { latitude: 47.5, longitude: 17.5 },
  "Ottoman Empire": { latitude: 38, longitude: 36 },
  Prussia: { latitude: 52.4, longitude: 15 },
  Korea: { latitude: 38, longitude: 127.3 },
  "South Vietnam": { latitude: 12.5, longitude: 107.8 },
  "North Vietnam": { latitude: 20.5, longitude: 105.3 },
  Vietnam: { latitude: 16, longitude: 107.8 },
  Indochina: { latitude: 16, longitude: 105.5 },
  Palestine: { latitude: 31.9, longitude: 35.1 },
};

/** Names of countries that more often mean something else: the American state. */
const ambiguous = new Set(["Georgia"]);

/** A country with its point on the map and its name in full. */
export type Country = EarthPoint & { readonly name: string };

let known: Map<string, Country> | undefined;

/** Countries of today and states that are no more, by each of their names in English; read once in a process. */
export function countries(): ReadonlyMap<string, Country> {
  known ??= new Map([
    ...[...countryMiddles()].flatMap(([name, point]) => {
      const others = otherNames[name] ?? [];
      const full = name.includes(".") || name === "eSwatini" ? (others[0] ?? name) : name;
      return [name, ...others].map((each): [string, Country] => [each, { ...point, name: full }]);
    }),
    ...Object.entries(formerStates).map(([name, point]): [string, Country] => [name, { ...point, name }]),
  ]);
  return known;
}

/** The country of a name as catalogues write it; null where there is none or the name is not clear. */
export const countryNamed = (name: string): Country | null =>
  ambiguous.has(name) ? null : (countries().get(name) ?? null);
