import { sql } from "drizzle-orm";
import { slugOfName } from "@/lib/archive/slug";
import type { Transaction } from "../client";
import { placeNames, places } from "../schema";
import {
  wishKey,
  type AuthorityCache,
  type AuthorityKind,
  type AuthorityWish,
  type Entry,
  type PlaceWish,
} from "./import-wishes";
import { freeSlugs } from "./slugs";

/** How places are found and made: by their name, else by a variant, else by another name that is known to mean the same city. */
export const placeKind: AuthorityKind = { find: findPlaces, create: createPlaces };

const placesIn = (wishes: readonly AuthorityWish[]): PlaceWish[] =>
  wishes.flatMap((wish) => (wish.kind === "place" ? [wish] : []));

/** The name itself, then the others that mean the same. */
const formsOf = ({ name, names = [] }: PlaceWish) => [name, ...names];

/** The name that a new entry bears. */
const preferredOf = ({ name, names = [] }: PlaceWish) => names[0] ?? name;

async function findPlaces(tx: Transaction, wishes: readonly AuthorityWish[]): Promise<AuthorityCache> {
  const wanted = placesIn(wishes);
  const found = await placesNamed(tx, wanted.flatMap(formsOf));
  return new Map(
    wanted.flatMap((wish) => {
      const entry = formsOf(wish)
        .map((form) => found.get(form))
        .find(Boolean);
      return entry ? [[wishKey(wish), entry]] : [];
    }),
  );
}

/** The place of each name that one has: whoever bears it as its own name before who bears it as a variant. */
async function placesNamed(tx: Transaction, names: readonly string[]): Promise<Map<string, Entry>> {
  const asked = sql`${sql.param([...new Set(names)])}::text[]`;
  const rows = await tx.execute<{ wanted: string; id: number; name: string }>(sql`
    select wanted, id, name from (
      select name as wanted, id, name, 0 as rank from places where name = any(${asked})
      union all
      select n.name, p.id, p.name, 1 from place_names n join places p on p.id = n.place_id where n.name = any(${asked})
    ) matches order by rank desc, id desc
  `);
  return new Map([...rows].map(({ wanted, id, name }) => [wanted, { id, name }]));
}

async function createPlaces(tx: Transaction, wishes: readonly AuthorityWish[]): Promise<AuthorityCache> {
  const wanted = [...new Map(placesIn(wishes).map((wish) => [preferredOf(wish), wish])).values()];
  const countries = wanted.filter(({ isCountry }) => isCountry);
  const others = wanted.filter(({ isCountry }) => !isCountry);
  await insertPlaces(tx, countries, new Map());
  const made = await insertPlaces(
    tx,
    others,
    await countryPlaces(
      tx,
      others.flatMap(({ country }) => country ?? []),
    ),
  );
  const rows = others.flatMap((wish) => {
    const place = made.get(preferredOf(wish));
    const variants = formsOf(wish).filter((name) => place && name !== place.name);
    return [...new Set(variants)].map((name, position) => ({
      placeId: place?.id ?? 0,
      name,
      slug: slugOfName(name),
      position,
    }));
  });
  if (rows.length > 0) await tx.insert(placeNames).values(rows).onConflictDoNothing();
  return findPlaces(tx, wishes);
}

async function insertPlaces(
  tx: Transaction,
  wanted: readonly PlaceWish[],
  parents: ReadonlyMap<string, number>,
): Promise<Map<string, Entry>> {
  if (wanted.length === 0) return new Map();
  const slugs = await freeSlugs(tx, "place", wanted.map(preferredOf));
  const rows = wanted.map((wish, index) => ({
    name: preferredOf(wish),
    slug: slugs[index] ?? "",
    kind: wish.isCountry ? ("country" as const) : wish.isCity ? ("city" as const) : ("area" as const),
    parentId: wish.country ? (parents.get(wish.country) ?? null) : null,
  }));
  const made = await tx.insert(places).values(rows).returning({ id: places.id, name: places.name });
  return new Map(made.map((entry) => [entry.name, entry]));
}

/** The ids of countries by their names; those that the archive does not have are made. */
export async function countryPlaces(tx: Transaction, names: readonly string[]): Promise<Map<string, number>> {
  const wanted = [...new Set(names)];
  if (wanted.length === 0) return new Map();
  const known = await placesNamed(tx, wanted);
  const missing = wanted.filter((name) => !known.has(name));
  const made = await insertPlaces(
    tx,
    missing.map((name) => ({ kind: "place", name, isCity: false, isCountry: true })),
    new Map(),
  );
  return new Map([...known, ...made].map(([name, { id }]) => [name, id]));
}
