import { index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns";

/**
 * Records whose index document is out of date. A line is written in the transaction that changes a record and removed once the
 * search engine has taken the new document, so that no edit is lost whatever dies in between.
 */
export const searchOutbox = pgTable(
  "search_outbox",
  {
    id: id(),
    recordId: integer().notNull(),
    attempts: integer().notNull().default(0),
    lastError: text(),
    /** Not tried before this time; moves away as attempts fail. */
    dueAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (t) => [index("search_outbox_due_idx").on(t.dueAt, t.id), index("search_outbox_record_idx").on(t.recordId)],
);

/** What the live index was built from, so that a start knows whether it must be built again. */
export const searchIndexState = pgTable("search_index_state", {
  name: text().primaryKey(),
  /** Version of settings and document shape (`lib/search/document`). */
  version: text().notNull(),
  builtAt: timestamp({ withTimezone: true }).notNull(),
});
