import { sql } from "drizzle-orm";
import {
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { placeKinds } from "@/lib/archive/vocabulary";
import { id, position, timestamps } from "./columns";
import { languages } from "./vocabularies";

export const placeKind = pgEnum("place_kind", placeKinds);

/** The tree of places: regions, then countries and areas, then cities and sites. */
export const places = pgTable(
  "places",
  {
    id: id(),
    slug: text().notNull().unique("places_slug_key"),
    name: text().notNull(),
    kind: placeKind().notNull().default("area"),
    parentId: integer(),
    sourceId: text().unique("places_source_id_key"),
    /** WGS 84 degrees; both or neither. */
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    scopeNote: text(),
    wikidataId: text(),
    ...timestamps,
  },
  (t) => [
    foreignKey({ name: "places_parent_id_fk", columns: [t.parentId], foreignColumns: [t.id] }).onDelete(
      "restrict",
    ),
    // Two places of one name are told apart by what contains them.
    unique("places_parent_name_key").on(t.parentId, t.name).nullsNotDistinct(),
    index("places_parent_idx").on(t.parentId),
    check("places_not_own_parent", sql`${t.parentId} <> ${t.id}`),
    check(
      "places_coordinates",
      sql`(${t.latitude} is null) = (${t.longitude} is null) and ${t.latitude} between -90 and 90 and ${t.longitude} between -180 and 180`,
    ),
  ],
);

/** Other and former names of a place, with the years they were valid (EDTF interval). */
export const placeNames = pgTable(
  "place_names",
  {
    id: id(),
    placeId: integer()
      .notNull()
      .references(() => places.id, { onDelete: "cascade" }),
    name: text().notNull(),
    script: text(),
    languageCode: text().references(() => languages.code),
    validEdtf: text(),
    /** The address that would be this name's own; it leads readers to the preferred name. */
    slug: text(),
    position: position(),
  },
  (t) => [
    unique("place_names_place_name_key").on(t.placeId, t.name),
    index("place_names_slug_idx").on(t.slug),
  ],
);
