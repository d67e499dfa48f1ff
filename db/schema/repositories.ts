import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { id, position, timestamps } from "./columns";
import { places } from "./places";
import { records } from "./records";

/** Institutions that hold the originals. */
export const repositories = pgTable("repositories", {
  id: id(),
  slug: text().notNull().unique("repositories_slug_key"),
  name: text().notNull().unique("repositories_name_key"),
  /** As references cite it: "RGANI", "BArch". */
  abbreviation: text(),
  /** Other and former names and abbreviations. */
  otherNames: text().array().notNull().default([]),
  description: text(),
  placeId: integer().references(() => places.id),
  uri: text(),
  ...timestamps,
});

/** Where an original is kept: the reference as written, and its parts as far as it could be read. */
export const archivalReferences = pgTable(
  "archival_references",
  {
    id: id(),
    recordId: integer()
      .notNull()
      .references(() => records.id, { onDelete: "cascade" }),
    repositoryId: integer().references(() => repositories.id),
    /** The reference as the record's source words it; never altered by parsing. */
    raw: text().notNull(),
    fonds: text(),
    series: text(),
    file: text(),
    folios: text(),
    /** First and last folio or page as numbers, for overlap. */
    folioFrom: integer(),
    folioTo: integer(),
    position: position(),
  },
  (t) => [
    index("archival_references_record_idx").on(t.recordId),
    // A repository's page walks its fonds, series and files.
    index("archival_references_place_idx").on(t.repositoryId, t.fonds, t.series, t.file),
  ],
);
