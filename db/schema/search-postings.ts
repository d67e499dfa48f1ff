import { integer, pgTable, primaryKey, real, text } from "drizzle-orm/pg-core";

/**
 * An inverted index made from the vectors of `record_search`, for ranking by BM25F: in which records a word stands, and how much it
 * says of each. Written in segments and never changed: a posting counts only while its record still belongs to its segment. It is
 * disposable: what it lacks is read from the vectors.
 */
export const searchPostings = pgTable(
  "search_postings",
  {
    term: text().notNull(),
    segment: integer().notNull(),
    /** Ids of records, and for each the frequency of the term, weighted by field and by the field's length. */
    records: integer().array().notNull(),
    weights: real().array().notNull(),
  },
  (t) => [primaryKey({ name: "search_postings_pk", columns: [t.term, t.segment] })],
);

/** How long the fields of records are, in words; one row. Ranking measures each record's fields by it. */
export const searchFieldLengths = pgTable("search_field_lengths", {
  id: integer().primaryKey(),
  titles: real().notNull(),
  names: real().notNull(),
  summaries: real().notNull(),
  texts: real().notNull(),
});
