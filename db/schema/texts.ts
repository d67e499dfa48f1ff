import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, text, unique } from "drizzle-orm/pg-core";
import { textKinds, textMethods } from "@/lib/archive/vocabulary";
import { agents } from "./agents";
import { id, position, timestamps } from "./columns";
import { records } from "./records";
import { languages } from "./vocabularies";

export const textKind = pgEnum("text_kind", textKinds);
export const textMethod = pgEnum("text_method", textMethods);

/** A transcript (in the language of the original) or a translation of a record. */
export const texts = pgTable(
  "texts",
  {
    id: id(),
    recordId: integer()
      .notNull()
      .references(() => records.id, { onDelete: "cascade" }),
    kind: textKind().notNull(),
    languageCode: text()
      .notNull()
      .references(() => languages.code),
    method: textMethod().notNull().default("human"),
    /** The translator or transcriber: as an authority, or as a name only. */
    creditAgentId: integer().references(() => agents.id, { onDelete: "restrict" }),
    credit: text(),
    sourceNote: text(),
    /** Sanitised HTML (`lib/archive/text-html`), each block with a stable id; and its words alone. */
    html: text().notNull(),
    plain: text().notNull(),
    position: position(),
    ...timestamps,
  },
  (t) => [index("texts_record_idx").on(t.recordId, t.position)],
);

/** The paragraphs of a text. The anchor stays with its paragraph when others are added or removed around it. */
export const textSegments = pgTable(
  "text_segments",
  {
    id: id(),
    textId: integer()
      .notNull()
      .references(() => texts.id, { onDelete: "cascade" }),
    anchor: text().notNull(),
    position: position(),
    plain: text().notNull(),
    /** The paragraph of the record's first text that this one renders. */
    alignedAnchor: text(),
    /** Page of the scan it stands on, counted from 1. */
    page: integer(),
  },
  (t) => [
    unique("text_segments_text_anchor_key").on(t.textId, t.anchor),
    check("text_segments_page_counted_from_one", sql`${t.page} >= 1`),
  ],
);

/** A footnote or endnote of a text. Its words refer to it by `<a href="#n3">` where the place is known; the number never changes. */
export const textNotes = pgTable(
  "text_notes",
  {
    id: id(),
    textId: integer()
      .notNull()
      .references(() => texts.id, { onDelete: "cascade" }),
    /** Counted from 1 within the text, in the order in which notes were added. */
    number: integer().notNull(),
    /** The mark as the source prints it ("4", "*"); null where it prints none. */
    label: text(),
    /** Sanitised HTML (`lib/archive/text-html`), and its words alone. */
    html: text().notNull(),
    plain: text().notNull(),
    position: position(),
  },
  (t) => [
    unique("text_notes_text_number_key").on(t.textId, t.number),
    check("text_notes_number_counted_from_one", sql`${t.number} >= 1`),
  ],
);
