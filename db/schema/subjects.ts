import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { id, timestamps } from "./columns";

/** Subject headings in the manner of the Library of Congress: "Cuba--Foreign relations--Soviet Union". */
export const subjects = pgTable(
  "subjects",
  {
    id: id(),
    slug: text().notNull().unique("subjects_slug_key"),
    /** The whole heading; its parts are joined by "--". */
    name: text().notNull().unique("subjects_name_key"),
    /** The broader heading (SKOS broader). */
    parentId: integer(),
    /** What the heading covers (SKOS scopeNote). */
    scopeNote: text(),
    ...timestamps,
  },
  (t) => [
    foreignKey({ name: "subjects_parent_id_fk", columns: [t.parentId], foreignColumns: [t.id] }).onDelete(
      "restrict",
    ),
    index("subjects_parent_idx").on(t.parentId),
    check("subjects_not_own_parent", sql`${t.parentId} <> ${t.id}`),
  ],
);
