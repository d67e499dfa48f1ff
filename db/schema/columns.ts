import { customType, integer, text, timestamp } from "drizzle-orm/pg-core";

/** Public integer id; "by default" so that a takeover of another archive can keep its numbers. */
export const id = () => integer().primaryKey().generatedByDefaultAsIdentity();

export const createdAt = () => timestamp({ withTimezone: true }).notNull().defaultNow();

export const timestamps = {
  createdAt: createdAt(),
  updatedAt: timestamp({ withTimezone: true })
    .notNull()
    .defaultNow()
    .$onUpdate(() => new Date()),
};

/** Place in a list that people put in order; gaps are allowed, equal values fall back on the id. */
export const position = () => integer().notNull().default(0);

/** The uncertain creation date of a thing: as worded, as EDTF, and the bounds derived from it (`lib/archive/day-number`). */
export const uncertainDate = {
  dateExpression: text(),
  dateEdtf: text(),
  dateEarliest: integer(),
  dateLatest: integer(),
};

export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** A transaction's own number, which is never given twice (PostgreSQL's `xid8`). */
export const transactionId = customType<{ data: string }>({ dataType: () => "xid8" });
