import { sql, type SQL } from "drizzle-orm";

/**
 * Parameters of BM25F (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009) over the four kinds of words of a record:
 * titles A, names and other headings B, the summary C, the words of the texts D.
 */
const fieldWeights = { a: 4, b: 2, c: 1, d: 1 } as const;

/** How soon more of a word stops to say more. */
const saturation = 1.2;

/** How much of a field's length counts against the words in it. */
const lengthPenalty = 0.4;

/** The lengths that postings were made by; plausible ones before any were. */
const usualLengths = sql`
  select coalesce(max(titles), 10) as titles, coalesce(max(headings), 30) as headings, coalesce(max(summaries), 50) as summaries,
    coalesce(max(texts), 800) as texts
  from search_posting_state`;

const usual = { a: "titles", b: "headings", c: "summaries", d: "texts" } as const;

/**
 * The worth of each word for its record as one of 256 steps of the saturated frequency, × 16, + the fields that hold it (A 1, B 2, C 4,
 * D 8): rows of `record_id, lexeme, worth`. `words` are rows of `record_id, lexeme, a, b, c, d`, how often each field has the word.
 */
export function worthOfWords(words: SQL): SQL {
  const fields = ["a", "b", "c", "d"] as const;
  const shares = fields.map(
    (field) =>
      `(${1 - lengthPenalty} + ${lengthPenalty} * sum(w.${field}) / f.${usual[field]})::float8 as ${field}`,
  );
  const frequency = fields.map((field) => `${fieldWeights[field]} * w.${field} / l.${field}`).join(" + ");
  const mask = fields
    .map((field, bit) => `(case when w.${field} > 0 then ${2 ** bit} else 0 end)`)
    .join(" + ");
  return sql`
    select w.record_id, w.lexeme,
      (round(255 * (${sql.raw(frequency)}) / (${sql.raw(frequency)} + ${sql.raw(String(saturation))}))::integer * 16 + ${sql.raw(mask)}) as worth
    from (${words}) w join (
      select w.record_id, ${sql.raw(shares.join(", "))} from (${words}) w, (${usualLengths}) f
      group by w.record_id, f.titles, f.headings, f.summaries, f.texts
    ) l on l.record_id = w.record_id`;
}

/** How often the fields of some records have each of their words; `ids` is an array of their numbers. */
export function countedWords(ids: SQL): SQL {
  const times = (letter: string) => sql.raw(`cardinality(array_positions(u.weights, '${letter}'))`);
  return sql`
    select record_id, lexeme, sum(a)::integer as a, sum(b)::integer as b, sum(c)::integer as c, sum(d)::integer as d from (
      select s.record_id, u.lexeme, ${times("A")} as a, ${times("B")} as b, ${times("C")} as c, 0 as d
      from record_search s, unnest(s.everything) u where s.record_id = any(${ids})
      union all
      select p.record_id, u.lexeme, 0, 0, 0, cardinality(u.positions)
      from search_passages p, unnest(p.words) u where p.record_id = any(${ids})
    ) each group by record_id, lexeme`;
}
