import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, timestamp, unique } from "drizzle-orm/pg-core";
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
    /** Where the scan comes from: who made it, when, from which copy. */
    sourceNote: text(),
    /** When thumbnails and tiles were last made; null while they are still to be made. */
    derivedAt: timestamp({ withTimezone: true }),
    /** Why they could not be made; the file is then offered as a download only. */
    derivationError: text(),
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

/** A scan that another institution shows: readers are sent there, its bytes are not held here (EAD `dao` with an address elsewhere). */
export const externalScans = pgTable(
  "external_scans",
  {
    id: id(),
    recordId: integer()
      .notNull()
      .references(() => records.id, { onDelete: "cascade" }),
    uri: text().notNull(),
    /** The page it shows, as the source numbers it ("396", "[2]"). */
    label: text(),
    position: position(),
  },
  (t) => [
    unique("external_scans_record_uri_key").on(t.recordId, t.uri),
    index("external_scans_record_idx").on(t.recordId, t.position),
    check("external_scans_web_address", sql`${t.uri} ~ '^https?://'`),
  ],
);
