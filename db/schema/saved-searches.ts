import { sql } from "drizzle-orm";
import { check, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { id, timestamps } from "./columns";
import { users } from "./users";

/** Searches that curators keep under a name; anyone may open them and follow what they find as a feed. */
export const savedSearches = pgTable(
  "saved_searches",
  {
    id: id(),
    /** Given once and kept, whatever the name becomes: people follow the address. */
    slug: text().notNull().unique("saved_searches_slug_key"),
    name: text().notNull(),
    /** The query of the address of `/search`, as `searchParamsOf` writes it; empty for all records. */
    parameters: text().notNull(),
    ownerId: integer()
      .notNull()
      .references(() => users.id),
    version: integer().notNull().default(1),
    /** Set once it was given up; its address then answers 410 for ever. */
    deletedAt: timestamp({ withTimezone: true }),
    ...timestamps,
  },
  (t) => [check("saved_searches_name_present", sql`btrim(${t.name}) <> ''`)],
);
