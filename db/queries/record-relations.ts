import { sqlPool } from "../client";
import type { ListedRow } from "./listed-records";

/** A published record that stands beside another one. */
type StandingRow = ListedRow & { readonly id: number };

type SimilarRow = StandingRow & {
  /** What it shares, rarest first: names of people, subjects and places; empty where only words are alike. */
  readonly shares: readonly string[];
};

/** What stands beside a record beyond its own relations; each list holds published records only. */
export type Surroundings = {
  /** Records of the same meeting in date order, this one among them; empty when it has none. */
  readonly meeting: readonly StandingRow[];
  /** Records of which curators have yet to say whether they describe the same document. */
  readonly duplicates: readonly StandingRow[];
  readonly similar: readonly SimilarRow[];
};

/** A meeting of more records than this is a mistake; the rest is not followed. */
const mostOfMeeting = 60;

/** Headings that more records than this have in common tell nothing about likeness, and would cost time to read. */
const mostSharing = 300;

/** A word in more records than this is not rare. */
const mostSharingWord = 40;

/** So many rare words must be shared where no heading is: fewer may meet by chance in records that have nothing in common. */
const fewestWords = 3;

/** So many of a record's headings and words are looked up. */
const mostHeadings = 40;
const mostWords = 12;

const mostSimilar = 6;

/** Finds what stands beside a published record, without those in `except`. One statement; every list it reads is bounded. */
export async function findSurroundings(
  { id, title, summary }: { id: number; title: string; summary: string | null },
  except: readonly number[],
): Promise<Surroundings> {
  const sql = sqlPool();
  const related = [id, ...except];
  // Titles that came from web pages may hold what is left of their HTML.
  const words = `${title} ${summary ?? ""}`.replaceAll(/&#?\w+;/g, " ").slice(0, 2_000);
  const [row] = await sql<Surroundings[]>`
    with recursive meeting (id) as (
      select ${id}::integer
      union
      select other.id from meeting, lateral (
        select related_id as id from record_relations where record_id = meeting.id and kind = 'same_meeting_as'
        union all
        select record_id from record_relations where related_id = meeting.id and kind = 'same_meeting_as'
      ) other join records r on r.id = other.id and r.status = 'published'
    ),
    met as (select id from meeting limit ${mostOfMeeting}),
    twins as (
      select other_id as id from possible_duplicates where record_id = ${id} and state = 'open'
      union
      select record_id from possible_duplicates where other_id = ${id} and state = 'open'
    ),
    ${likeness(sql, id, words, related)}
    select
      coalesce((select json_agg(${shown(sql)} order by r.date_earliest, r.id) from met join records r using (id)
        where (select count(*) from met) > 1), '[]') as meeting,
      coalesce((select json_agg(${shown(sql)} order by r.date_earliest, r.id) from twins join records r using (id)
        where r.status = 'published'), '[]') as duplicates,
      coalesce((select json_agg(${shown(sql)} || jsonb_build_object('shares', reasons.shares) order by likest.score desc, r.id)
        from likest join records r using (id) join reasons using (id)), '[]') as similar`;
  return row ?? { meeting: [], duplicates: [], similar: [] };
}

type Sql = ReturnType<typeof sqlPool>;

const shown = (
  sql: Sql,
) => sql`jsonb_build_object('id', r.id, 'slug', r.slug, 'title', r.title, 'summary', r.summary,
  'dateExpression', r.date_expression, 'dateEdtf', r.date_edtf)`;

/**
 * Records by what they share with this one. Each shared heading weighs the more the fewer records have it (its inverse document
 * frequency); words of the title and summary weigh half as much, and only rare ones are looked up. Words alone make a likeness only
 * where several are shared; they are compared by their stems, which are not for reading.
 */
const likeness = (sql: Sql, id: number, words: string, except: readonly number[]) => sql`
  headings as (
    (select 'agent' as kind, agent_id as heading_id from record_agents where record_id = ${id} group by agent_id
     order by min(role), min(position) limit ${mostHeadings})
    union all
    (select 'subject', subject_id from record_subjects where record_id = ${id} limit ${mostHeadings})
    union all
    (select 'place', place_id from record_places where record_id = ${id} group by place_id limit ${mostHeadings})
  ),
  by_heading as (
    select h.kind, h.heading_id::text as heading, hits.record_id, count(*) over (partition by h.kind, h.heading_id) as frequency
    from headings h, lateral (
      (select record_id from record_agents where h.kind = 'agent' and agent_id = h.heading_id limit ${mostSharing + 1})
      union all
      (select record_id from record_subjects where h.kind = 'subject' and subject_id = h.heading_id limit ${mostSharing + 1})
      union all
      (select record_id from record_places where h.kind = 'place' and place_id = h.heading_id limit ${mostSharing + 1})
    ) hits
  ),
  common as (
    select unnest(most_common_elems::text::text[]) as lexeme from pg_stats
    where tablename = 'record_search' and attname = 'everything' and schemaname = current_schema()
  ),
  rare as (
    select lexeme from unnest(to_tsvector('archive', ${words}))
    where length(lexeme) > 3 and lexeme !~ '[0-9]' and lexeme not in (select lexeme from common)
    order by length(lexeme) desc limit ${mostWords}
  ),
  by_word as (
    -- Counted before it is cut: with a limit PostgreSQL would rather unpack vector after vector than ask the index.
    select 'word' as kind, hits.lexeme as heading, unnest(hits.ids) as record_id, hits.frequency
    from (
      select rare.lexeme, found.ids, found.frequency from rare, lateral (
        select array_agg(record_id) as ids, count(*) as frequency
        from record_search where everything @@ quote_literal(rare.lexeme)::tsquery
      ) found where found.frequency between 1 and ${mostSharingWord} offset 0
    ) hits
  ),
  shared as (
    select distinct kind, heading, record_id as id, (case kind when 'word' then 0.5 else 1 end) * ln(40000.0 / frequency) as weight
    from (select * from by_heading union all select * from by_word) hits
    where frequency <= case kind when 'word' then ${mostSharingWord}::integer else ${mostSharing}::integer end
      and record_id <> all (${sql.array([...except])}::integer[])
      and record_id not in (select id from met) and record_id not in (select id from twins)
  ),
  scored as (
    select id, sum(weight) as score from shared group by id
    having bool_or(kind <> 'word') or count(*) >= ${fewestWords}
    order by score desc, id limit ${mostSimilar * 3}
  ),
  likest as (
    select scored.* from scored join records r using (id) where r.status = 'published' order by score desc, id limit ${mostSimilar}
  ),
  reasons as (
    select id, coalesce((array_agg(name order by weight desc, name) filter (where kind <> 'word'))[1:3], '{}') as shares
    from (
      select shared.id, shared.kind, shared.weight, case shared.kind
        when 'agent' then (select a.name from agents a where a.id = shared.heading::integer)
        when 'subject' then (select s.name from subjects s where s.id = shared.heading::integer)
        when 'place' then (select p.name from places p where p.id = shared.heading::integer)
        end as name
      from shared join likest using (id)
    ) named group by id
  )`;
