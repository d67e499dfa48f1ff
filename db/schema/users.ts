import { sql } from "drizzle-orm";
import { index, integer, pgEnum, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { userRoles } from "@/lib/archive/vocabulary";
import { createdAt, id, timestamps } from "./columns";

export const userRole = pgEnum("user_role", userRoles);

/** People who may sign in. They are disabled rather than deleted, because revisions name them. */
export const users = pgTable(
  "users",
  {
    id: id(),
    email: text().notNull(),
    name: text().notNull(),
    role: userRole().notNull(),
    /** argon2id, in its own encoded form; null until a password is set. */
    passwordHash: text(),
    disabledAt: timestamp({ withTimezone: true }),
    lastSignInAt: timestamp({ withTimezone: true }),
    ...timestamps,
  },
  // Addresses differ by more than case or they are the same person.
  (t) => [uniqueIndex("users_email_key").on(sql`lower(${t.email})`)],
);

/**
 * One signed-in browser. The cookie carries this id; a row that is gone ends the session at the next request, so signing out, a
 * new password and a changed role delete rows.
 */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: integer()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index("sessions_user_idx").on(t.userId)],
);

/** Attempts counted per account and per address; the shape is the one rate-limiter-flexible writes. */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: timestamp({ withTimezone: true }),
});
