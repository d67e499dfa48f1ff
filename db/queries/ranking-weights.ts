import { sql, type SQL } from "drizzle-orm";

/**
 * Parameters of BM25F (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009) over the four weights of a record's
 * vector: titles A, names and headings B, the summary C, the words of the texts D.
 */
export const fieldWeights = { a: 4, b: 2, c: 1, d: 1 } as const;

/** How soon more of a word stops to say more. */
export const saturation = 1.2;

/** How much of a field's length counts against the words in it. */
const lengthPenalty = 0.4;

/** How much longer a record's field is than usual, as a divisor; `w` are its words, `f` the usual lengths. */
export const lengthShare = (field: "a" | "b" | "c" | "d", usual: string): SQL =>
  sql.raw(`${1 - lengthPenalty} + ${lengthPenalty} * sum(w.${field}) / f.${usual}`);
