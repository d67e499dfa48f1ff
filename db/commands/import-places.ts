import { eq, inArray, or, sql } from "drizzle-orm";
import type { FieldChange } from "@/lib/archive/field-change";
import { slugOfName } from "@/lib/archive/slug";
import type { Transaction } from "../client";
import { placeNames, places, revisions } from "../schema";
import type { ImportedName } from "./import-agents";
import { countryPlaces } from "./import-place-kind";
import { freeSlug } from "./slugs";

/** A place as an authority file describes it; coordinates in degrees (WGS 84). */
export type PlaceEntry = {
  readonly sourceId: string;
  readonly origin: string;
  readonly name: string;
  readonly names: readonly ImportedName[];
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly scopeNote: string | null;
  /** The country that a new place is put in. */
  readonly country: string | null;
  /** Every name that is known to mean the same place in other sources. */
  readonly knownNames: readonly string[];
};

export type PlaceOutcome = {
  readonly id: number;
  readonly outcome: "created" | "changed" | "unchanged";
  /** Name and address of a place found by its name. */
  readonly here: string | null;
};

/** Degrees within which two places of one name are the same. */
const nearby = 1;

type KnownPlace = {
  id: number;
  slug: string;
  name: string;
  sourceId: string | null;
  latitude: number | null;
  longitude: number | null;
  scopeNote: string | null;
};

/**
 * Stores a place, or adds to the one that has its id, or else its name and no other coordinates, what is empty there and the
 * forms of its name. What anybody wrote stays.
 */
export async function importPlace(tx: Transaction, entry: PlaceEntry): Promise<PlaceOutcome> {
  const known = await findPlace(tx, entry);
  const id = known?.id ?? (await createPlace(tx, entry));
  const changes: FieldChange[] = known ? await fillPlace(tx, known, entry) : changesOf(entry);
  const stored = await tx.execute<{ name: string }>(sql`select name from place_names where place_id = ${id}`);
  const names = new Set([known?.name ?? entry.name, ...[...stored].map(({ name }) => name)]);
  const forms = [{ name: entry.name, script: null, languageCode: null }, ...entry.names];
  const added = forms.filter(({ name }) => !names.has(name));
  if (added.length > 0) {
    const rows = added.map(({ name, script, languageCode }, index) => ({
      placeId: id,
      name,
      slug: slugOfName(name),
      script,
      languageCode,
      position: names.size + index,
    }));
    await tx.insert(placeNames).values(rows).onConflictDoNothing();
    changes.push({ field: "names", before: null, after: added.map(({ name }) => name) });
  }
  if (changes.length > 0)
    await tx.insert(revisions).values({
      entity: "place",
      entityId: id,
      version: sql`1 + coalesce((select max(version) from revisions where entity = 'place' and entity_id = ${id}), 0)`,
      action: "imported",
      note: `${entry.origin} (${entry.sourceId})`,
      changes,
    });
  return {
    id,
    outcome: known ? (changes.length > 0 ? "changed" : "unchanged") : "created",
    here: known && known.sourceId !== entry.sourceId ? `${known.name} (${known.slug})` : null,
  };
}

async function findPlace(tx: Transaction, entry: PlaceEntry): Promise<KnownPlace | null> {
  const columns = {
    id: places.id,
    slug: places.slug,
    name: places.name,
    sourceId: places.sourceId,
    latitude: places.latitude,
    longitude: places.longitude,
    scopeNote: places.scopeNote,
  };
  const [own] = await tx.select(columns).from(places).where(eq(places.sourceId, entry.sourceId));
  if (own) return own;
  const names = [entry.name, ...entry.knownNames];
  const named = await tx
    .select(columns)
    .from(places)
    .where(
      or(
        inArray(places.name, names),
        sql`${places.id} in (select place_id from place_names where name = any(${sql.param(names)}::text[]))`,
      ),
    );
  const possible = named.filter(
    (place) => isNear(place, entry) && !isOfSameFile(place.sourceId, entry.sourceId),
  );
  return possible.length === 1 ? (possible[0] ?? null) : null;
}

const isOfSameFile = (one: string | null, other: string) => one?.split(":")[0] === other.split(":")[0];

type Located = { readonly latitude: number | null; readonly longitude: number | null };

function isNear(a: Located, b: Located): boolean {
  if (a.latitude === null || b.latitude === null || a.longitude === null || b.longitude === null) return true;
  return Math.abs(a.latitude - b.latitude) <= nearby && Math.abs(a.longitude - b.longitude) <= nearby;
}

async function createPlace(tx: Transaction, entry: PlaceEntry): Promise<number> {
  const slug = await freeSlug(tx, "place", entry.name);
  const countries = await countryPlaces(tx, entry.country === null ? [] : [entry.country]);
  const parentId = (entry.country !== null && countries.get(entry.country)) || null;
  // Two places of one name stand side by side in the tree under names that tell them apart.
  const [namesake] = await tx.execute(
    sql`select from places where name = ${entry.name} and parent_id is not distinct from ${parentId}::integer limit 1`,
  );
  const name = namesake ? `${entry.name} (${entry.sourceId})` : entry.name;
  const { sourceId, latitude, longitude, scopeNote } = entry;
  const [row] = await tx
    .insert(places)
    .values({ name, slug, sourceId, parentId, latitude, longitude, scopeNote })
    .returning({ id: places.id });
  if (!row) throw new Error("The place was not stored.");
  return row.id;
}

function changesOf({ name, latitude, longitude, scopeNote }: PlaceEntry): FieldChange[] {
  const fields = Object.entries({ name, latitude, longitude, scopeNote });
  return fields.flatMap(([field, after]) => (after === null ? [] : [{ field, before: null, after }]));
}

async function fillPlace(tx: Transaction, known: KnownPlace, entry: PlaceEntry): Promise<FieldChange[]> {
  const fields = {
    ...(known.latitude === null && entry.latitude !== null
      ? { latitude: entry.latitude, longitude: entry.longitude }
      : {}),
    ...(known.scopeNote === null && entry.scopeNote !== null ? { scopeNote: entry.scopeNote } : {}),
  };
  const sourceId = known.sourceId === null ? { sourceId: entry.sourceId } : {};
  const changes = Object.entries(fields).map(([field, after]) => ({ field, before: null, after }));
  if (changes.length > 0 || known.sourceId === null)
    await tx
      .update(places)
      .set({ ...fields, ...sourceId })
      .where(eq(places.id, known.id));
  return changes;
}
