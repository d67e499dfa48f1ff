import { bigint, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** What the live index was built from, so that a start knows whether it must be built again. */
export const searchIndexState = pgTable("search_index_state", {
  name: text().primaryKey(),
  /** Version of settings and document shape (`lib/search/settings`). */
  version: text().notNull(),
  builtAt: timestamp({ withTimezone: true }).notNull(),
  /** When the engine made this index, by its own clock: tells it from another that bears its name. Null for those built before this was noted. */
  madeAt: text(),
  /** Documents sent to live indexes of this name so far. */
  documentsSent: bigint({ mode: "number" }).notNull().default(0),
});

/** The steps of a rebuild, in their order. */
export const rebuildStages = ["vectors", "postings", "documents"] as const;

/** A rebuild that has begun and not ended, so that another process can go on with it; at most one row. */
export const searchRebuilds = pgTable("search_rebuilds", {
  /** The live index that the new one is to replace. */
  name: text().primaryKey(),
  version: text().notNull(),
  stage: text({ enum: rebuildStages }).notNull(),
  /** When the engine made the index under construction; null before there is one. */
  madeAt: text(),
  /** Records are walked through by id; of this stage all up to this one are done. */
  lastRecordId: integer().notNull().default(0),
  done: integer().notNull().default(0),
  total: integer().notNull(),
  startedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  movedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

/**
 * Records whose documents changed in the live index since the rebuild under way began: the new index needs them again. A record that
 * changes once more while it is being sent gets another mark, and so stays here.
 */
export const searchIndexChanges = pgTable("search_index_changes", {
  recordId: integer().primaryKey(),
  marks: integer().notNull().default(1),
});
