import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { collections } from "./collections";
import { id, position, timestamps, uncertainDate } from "./columns";
import { digitalObjects } from "./digital-objects";
import { places } from "./places";
import { records } from "./records";

/** A theme gathers collections and records around an essay, a timeline and a map. */
export const themes = pgTable("themes", {
  id: id(),
  slug: text().notNull().unique("themes_slug_key"),
  title: text().notNull(),
  abstract: text(),
  essay: text(),
  coverObjectId: integer().references(() => digitalObjects.id, { onDelete: "set null" }),
  isPublished: boolean().notNull().default(true),
  position: position(),
  ...timestamps,
});

export const themeCollections = pgTable(
  "theme_collections",
  {
    themeId: themeRef(),
    collectionId: integer()
      .notNull()
      .references(() => collections.id, { onDelete: "cascade" }),
    position: position(),
  },
  (t) => [primaryKey({ name: "theme_collections_pk", columns: [t.themeId, t.collectionId] })],
);

export const themeRecords = pgTable(
  "theme_records",
  {
    themeId: themeRef(),
    recordId: integer()
      .notNull()
      .references(() => records.id, { onDelete: "cascade" }),
    position: position(),
  },
  (t) => [primaryKey({ name: "theme_records_pk", columns: [t.themeId, t.recordId] })],
);

/** A dated event on a theme's timeline, with the record that attests it where there is one. */
export const timelineEvents = pgTable(
  "timeline_events",
  {
    id: id(),
    themeId: themeRef(),
    title: text().notNull(),
    description: text(),
    ...uncertainDate,
    recordId: integer().references(() => records.id, { onDelete: "set null" }),
    placeId: integer().references(() => places.id, { onDelete: "set null" }),
  },
  (t) => [
    index("timeline_events_theme_idx").on(t.themeId, t.dateEarliest),
    check("timeline_events_date_bounds", sql`${t.dateEarliest} <= ${t.dateLatest}`),
  ],
);

function themeRef() {
  return integer()
    .notNull()
    .references(() => themes.id, { onDelete: "cascade" });
}
