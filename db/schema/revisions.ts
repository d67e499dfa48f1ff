import { index, integer, jsonb, pgEnum, pgTable, text } from "drizzle-orm/pg-core";
import { revisionActions } from "@/lib/archive/vocabulary";
import type { FieldChange } from "@/lib/archive/field-change";
import { createdAt, id } from "./columns";
import { users } from "./users";

export const revisionAction = pgEnum("revision_action", revisionActions);

/** One change of one described thing: who, when, why, and each field before and after. Never updated, never deleted. */
export const revisions = pgTable(
  "revisions",
  {
    id: id(),
    /** "record", "agent", "collection" …: the kind of thing and its id. No foreign key: history outlives its subject. */
    entity: text().notNull(),
    entityId: integer().notNull(),
    /** The version the change made. */
    version: integer().notNull().default(1),
    action: revisionAction().notNull(),
    /** Null when the archive itself did it (seed, import from the command line). */
    userId: integer().references(() => users.id),
    note: text(),
    changes: jsonb().$type<FieldChange[]>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index("revisions_entity_idx").on(t.entity, t.entityId, t.id),
    index("revisions_created_idx").on(t.createdAt),
  ],
);
