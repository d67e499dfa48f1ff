import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { id, position, timestamps } from "./columns";
import { records } from "./records";

/** A file of the original: a scan or a PDF (EAD `dao`). The bytes lie in the file store under their SHA-256. */
export const digitalObjects = pgTable(
  "digital_objects",
  {
    id: id(),
    recordId: integer()
      .notNull()
      .references(() => records.id, { onDelete: "cascade" }),
    fileName: text().notNull(),
    /** Found by content, never by name. */
    mediaType: text().notNull(),
    byteSize: bigint({ mode: "number" }).notNull(),
    /** Lower-case hexadecimal. */
    sha256: text().notNull(),
    pageCount: integer(),
    /** Pixels, for images. */
    width: integer(),
    height: integer(),
    /** What a reader who cannot see the scan should know. */
    alternativeText: text(),
    caption: text(),
    position: position(),
    ...timestamps,
  },
  (t) => [
    index("digital_objects_record_idx").on(t.recordId, t.position),
    index("digital_objects_sha256_idx").on(t.sha256),
    check("digital_objects_sha256_form", sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check("digital_objects_size", sql`${t.byteSize} >= 0`),
  ],
);
