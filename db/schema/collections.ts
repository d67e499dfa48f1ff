import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { collectionLevels } from "@/lib/archive/vocabulary";
import { id, position, timestamps } from "./columns";
import { digitalObjects } from "./digital-objects";
import { records } from "./records";

export const collectionLevel = pgEnum("collection_level", collectionLevels);

/** Groupings of records, a tree: curated collections as well as fonds, series and files. */
export const collections = pgTable(
  "collections",
  {
    id: id(),
    slug: text().notNull().unique("collections_slug_key"),
    sourceId: text().unique("collections_source_id_key"),
    level: collectionLevel().notNull().default("collection"),
    parentId: integer(),
    title: text().notNull(),
    /** Two or three sentences for lists (plain text), and the essay (Markdown). */
    abstract: text(),
    essay: text(),
    coverObjectId: integer().references(() => digitalObjects.id, { onDelete: "set null" }),
    isPublished: boolean().notNull().default(true),
    isFeatured: boolean().notNull().default(false),
    position: position(),
    version: integer().notNull().default(1),
    ...timestamps,
  },
  (t) => [
    foreignKey({ name: "collections_parent_id_fk", columns: [t.parentId], foreignColumns: [t.id] }).onDelete(
      "restrict",
    ),
    index("collections_parent_idx").on(t.parentId, t.position),
    check("collections_not_own_parent", sql`${t.parentId} <> ${t.id}`),
  ],
);

export const collectionRecords = pgTable(
  "collection_records",
  {
    collectionId: integer()
      .notNull()
      .references(() => collections.id, { onDelete: "restrict" }),
    recordId: integer()
      .notNull()
      .references(() => records.id, { onDelete: "cascade" }),
    position: position(),
  },
  (t) => [
    primaryKey({ name: "collection_records_pk", columns: [t.collectionId, t.recordId] }),
    index("collection_records_record_idx").on(t.recordId),
  ],
);
