import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { duplicateStates, relationKinds } from "@/lib/archive/vocabulary";
import { createdAt, id } from "./columns";
import { records } from "./records";

export const relationKind = pgEnum("relation_kind", relationKinds);
export const duplicateState = pgEnum("duplicate_state", duplicateStates);

function aRecord() {
  return integer()
    .notNull()
    .references(() => records.id, { onDelete: "cascade" });
}

/** A relation reads from `recordId` to `relatedId`: "record is an attachment of related". */
export const recordRelations = pgTable(
  "record_relations",
  {
    id: id(),
    recordId: aRecord(),
    relatedId: aRecord(),
    kind: relationKind().notNull(),
    note: text(),
  },
  (t) => [
    unique("record_relations_key").on(t.recordId, t.relatedId, t.kind),
    index("record_relations_related_idx").on(t.relatedId),
    check("record_relations_not_self", sql`${t.recordId} <> ${t.relatedId}`),
  ],
);

/** Relations that an import told of before the other record came; they become relations when a record of that source id does. */
export const awaitedRelations = pgTable(
  "awaited_relations",
  {
    recordId: aRecord(),
    sourceId: text().notNull(),
    kind: relationKind().notNull(),
  },
  (t) => [
    primaryKey({ name: "awaited_relations_pk", columns: [t.recordId, t.sourceId, t.kind] }),
    index("awaited_relations_source_idx").on(t.sourceId),
  ],
);

/** Pairs that may describe one document twice, for curators to decide; the lower id stands first. */
export const possibleDuplicates = pgTable(
  "possible_duplicates",
  {
    id: id(),
    recordId: aRecord(),
    otherId: aRecord(),
    reason: text().notNull(),
    state: duplicateState().notNull().default("open"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("possible_duplicates_pair_key").on(t.recordId, t.otherId),
    index("possible_duplicates_other_idx").on(t.otherId),
    check("possible_duplicates_order", sql`${t.recordId} < ${t.otherId}`),
  ],
);
