import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { id } from "./columns";

/** Languages, by BCP 47 tag; `iso6392b` is the three-letter code that library formats and the older JSON API use. */
export const languages = pgTable("languages", {
  code: text().primaryKey(),
  iso6392b: text("iso639_2b").notNull(),
  name: text().notNull().unique("languages_name_key"),
  /** "ltr" or "rtl": the direction texts in it are set in. */
  direction: text().notNull().default("ltr"),
});

export const documentTypes = pgTable("document_types", {
  id: id(),
  slug: text().notNull().unique("document_types_slug_key"),
  name: text().notNull().unique("document_types_name_key"),
});

export const classifications = pgTable("classifications", {
  id: id(),
  slug: text().notNull().unique("classifications_slug_key"),
  name: text().notNull().unique("classifications_name_key"),
  /** Higher is more secret; orders the facet and the form. */
  rank: integer().notNull().default(0),
});

/** Rights statements: a name, the sentence shown to readers, and the statement's address (rightsstatements.org or Creative Commons). */
export const rights = pgTable("rights", {
  id: id(),
  name: text().notNull().unique("rights_name_key"),
  statement: text().notNull(),
  uri: text(),
});

export const donors = pgTable("donors", {
  id: id(),
  slug: text().notNull().unique("donors_slug_key"),
  name: text().notNull().unique("donors_name_key"),
  uri: text(),
});

export const publishers = pgTable("publishers", {
  id: id(),
  slug: text().notNull().unique("publishers_slug_key"),
  name: text().notNull().unique("publishers_name_key"),
  uri: text(),
});
