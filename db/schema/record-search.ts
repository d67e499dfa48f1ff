import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, primaryKey, real, text } from "drizzle-orm/pg-core";
import { bytes, transactionId, tsvector } from "./columns";
import { records } from "./records";

/**
 * What is searched of a record beside its texts, written in the transaction that changes the record or anything it shows. All of it
 * follows from other tables and may be written anew at any time.
 */
export const recordSearch = pgTable(
  "record_search",
  {
    recordId: integer()
      .primaryKey()
      .references(() => records.id, { onDelete: "cascade" }),
    /** Titles weigh A; names, subjects, places, collections, dates, references and note B; the summary C. */
    everything: tsvector().notNull(),
    /** The same words as they are written, a line for each kind of heading: its name, a tab, and its words (`lib/archive/described-words`). */
    described: text().notNull().default(""),
    /** The segment of `search_postings` that holds this record; null while none does. */
    segment: integer(),
    /** Whether that segment holds the present state; until it does, the state before it is found by. */
    isPosted: boolean().notNull().default(false),
    /** The transaction that wrote this row: whoever keeps records in memory reads those of newer ones again. */
    changedIn: transactionId()
      .notNull()
      .default(sql`pg_current_xact_id()`),
  },
  (t) => [
    index("record_search_everything_idx").using("gin", t.everything),
    index("record_search_segment_idx").on(t.segment),
    // The worker looks for what is yet to be posted.
    index("record_search_unposted_idx")
      .on(t.recordId)
      .where(sql`not ${t.isPosted}`),
    index("record_search_changed_idx").on(t.changedIn),
  ],
);

/**
 * The texts of records in passages of some hundred words, so that no text is too long to be searched, phrases are looked for where they can
 * stand, and the passage that answers a question is found. Written and disposable like `record_search`.
 */
export const searchPassages = pgTable(
  "search_passages",
  {
    recordId: integer()
      .notNull()
      .references(() => records.id, { onDelete: "cascade" }),
    /** Counted from 0 within the record, in reading order; notes after the words of their text. */
    ordinal: integer().notNull(),
    textId: integer().notNull(),
    /** Whether it is of the notes; else of the paragraphs. */
    isNote: boolean().notNull(),
    /** The first and the last paragraph, or note, by their positions in the text. */
    first: integer().notNull(),
    last: integer().notNull(),
    words: tsvector().notNull(),
  },
  (t) => [
    primaryKey({ name: "search_passages_pk", columns: [t.recordId, t.ordinal] }),
    index("search_passages_words_idx").using("gin", t.words),
  ],
);

/**
 * An inverted index made from `record_search` and `search_passages`: in which records a word stands, how much it says of each, and in
 * which fields. Written in segments and never changed: a posting counts only while its record still belongs to its segment.
 */
export const searchPostings = pgTable(
  "search_postings",
  {
    term: text().notNull(),
    segment: integer().notNull(),
    /** Six bytes a record: its id, and its worth × 16 + fields (`db/queries/search-postings`). */
    postings: bytes().notNull(),
  },
  (t) => [
    primaryKey({ name: "search_postings_pk", columns: [t.term, t.segment] }),
    // Segments that no record belongs to any more are removed whole.
    index("search_postings_segment_idx").on(t.segment),
  ],
);

/** Every word that was ever posted, to find like ones and those with a beginning. The number of records is a rough one. */
export const searchTerms = pgTable(
  "search_terms",
  { term: text().primaryKey(), records: integer().notNull() },
  (t) => [index("search_terms_term_idx").using("gin", sql`${t.term} gin_trgm_ops`)],
);

/**
 * What all postings were made by; one row. The lengths of fields in words, by which ranking measures each record's fields, and the
 * generation, which counts every writing of postings.
 */
export const searchPostingState = pgTable("search_posting_state", {
  id: integer().primaryKey(),
  generation: integer().notNull(),
  titles: real().notNull(),
  headings: real().notNull(),
  summaries: real().notNull(),
  texts: real().notNull(),
});
