import { sql, type SQL } from "drizzle-orm";
import type { DayNumber } from "@/lib/archive/day-number";
import { db, type Transaction } from "../client";
import { fieldWeights, lengthShare, saturation } from "./ranking-weights";
import { facetCondition, facetNames, type FacetFilters, type FacetName } from "./search-facets";

/** What is ranked: words as a reader typed them, among the records that the filters leave. */
export type RankingQuestion = {
  readonly words: string;
  readonly filters: FacetFilters;
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
};

/** A record with some of the words; `words` says how many different ones. */
type RankedRecord = { readonly id: number; readonly words: number };

export type Ranking = {
  /** Different words of the question, after stop words. */
  readonly words: number;
  readonly records: readonly RankedRecord[];
};

/** A question may not hold the database longer than this. */
const patienceMs = 2_000;
/** Changed records whose postings are not yet written are scored from their vectors, at most so many. */
const mostPending = 500;

/** The conditions on a record `r`; null where every published record is meant. */
function conditionsOf({ filters, from, to }: RankingQuestion): SQL {
  const parts: SQL[] = [sql`r.status = 'published'`];
  if (from !== null) parts.push(sql`r.date_latest >= ${from}`);
  if (to !== null) parts.push(sql`r.date_earliest <= ${to}`);
  for (const facet of facetNames) {
    const values = filters[facet satisfies FacetName];
    if (values) parts.push(facetCondition(facet, values));
  }
  return sql.join(parts, sql` and `);
}

/**
 * The published records that hold any of the words, the most telling first: at most `limit`, scored by BM25F from the postings, and
 * from their vectors where postings are yet to be written. Words are stemmed and stop words left out, by the configuration
 * `archive`. Throws PostgreSQL's 57014 where that takes longer than two seconds.
 */
export async function rankRecords(question: RankingQuestion, limit: number): Promise<Ranking> {
  return db().transaction(
    async (tx) => {
      await tx.execute(sql.raw(`set local statement_timeout = ${patienceMs}`));
      const rows = await rank(tx, question, limit);
      return {
        words: rows[0]?.asked ?? 0,
        records: rows.flatMap(({ id, words }) => (id === null ? [] : [{ id, words }])),
      };
    },
    { accessMode: "read only" },
  );
}

type Row = { readonly id: number | null; readonly words: number; readonly asked: number };

async function rank(tx: Transaction, question: RankingQuestion, limit: number): Promise<Row[]> {
  const narrowed = Object.keys(question.filters).length > 0 || question.from !== null || question.to !== null;
  const rows = await tx.execute<Row>(sql`
    with asked as materialized (select lexeme from unnest(to_tsvector('archive', ${question.words}))),
    total as materialized (select greatest(count(*), 1)::float8 as records from record_search),
    terms as materialized (
      select lexeme, ln(1 + (records - found + 0.5) / (found + 0.5)) * ${saturation + 1}::float8 as telling
      from (
        select a.lexeme, t.records, least(coalesce(sum(cardinality(p.records)), 0), t.records)::float8 as found
        from asked a cross join total t left join search_postings p on p.term = a.lexeme group by a.lexeme, t.records
      ) counted
    ),
    posted as (
      select u.record_id, p.segment, sum(t.telling * u.weight / (u.weight + ${saturation}::float8)) as score, count(*)::integer as words
      from terms t join search_postings p on p.term = t.lexeme, unnest(p.records, p.weights) u (record_id, weight)
      group by u.record_id, p.segment
    ),
    pending as materialized (
      select s.record_id, s.everything from record_search s
      where s.segment is null and s.everything @@ (select string_agg(quote_literal(lexeme), ' | ')::tsquery from asked)
      limit ${mostPending}
    ),
    scored as (
      (select o.record_id, o.score, o.words from posted o join record_search s on s.record_id = o.record_id and s.segment = o.segment
        ${narrowed ? sql`join records r on r.id = o.record_id where ${conditionsOf(question)}` : sql``}
        order by o.score desc, o.record_id limit ${limit + mostPending})
      union all
      select f.record_id, sum(t.telling * f.weight / (f.weight + ${saturation}::float8)), count(*)::integer
      from (${pendingWords()}) f join terms t on t.lexeme = f.lexeme group by f.record_id
    )
    select found.id, coalesce(found.words, 0) as words, (select count(*)::integer from asked) as asked
    from (values (1)) one left join lateral (
      select r.id, s.words, s.score from scored s join records r on r.id = s.record_id
      where ${conditionsOf(question)} order by s.score desc, r.id limit ${limit}
    ) found on true
    order by found.score desc nulls last, found.id
  `);
  return [...rows];
}

/** The usual lengths of fields; plausible ones before any were measured. */
const usualLengths = sql`
  select coalesce(max(titles), 10) as titles, coalesce(max(names), 30) as names, coalesce(max(summaries), 50) as summaries,
    coalesce(max(texts), 800) as texts
  from search_field_lengths`;

/** The weighted frequencies of the words of pending records, as postings would hold them. */
function pendingWords(): SQL {
  const words = (letter: string) => sql.raw(`cardinality(array_positions(u.weights, '${letter}'))`);
  const { a, b, c, d } = fieldWeights;
  return sql`
    select w.record_id, w.lexeme, ${sql.raw(`(${a} * w.a / l.a + ${b} * w.b / l.b + ${c} * w.c / l.c + ${d} * w.d / l.d)::float8`)} as weight
    from (
      select x.record_id, u.lexeme, ${words("A")} as a, ${words("B")} as b, ${words("C")} as c, ${words("D")} as d
      from pending x, unnest(x.everything) u
    ) w join (
      select w.record_id, ${lengthShare("a", "titles")} as a, ${lengthShare("b", "names")} as b,
        ${lengthShare("c", "summaries")} as c, ${lengthShare("d", "texts")} as d
      from (
        select x.record_id, ${words("A")} as a, ${words("B")} as b, ${words("C")} as c, ${words("D")} as d
        from pending x, unnest(x.everything) u
      ) w, (${usualLengths}) f group by w.record_id, f.titles, f.names, f.summaries, f.texts
    ) l on l.record_id = w.record_id`;
}
