import { sqlPool } from "../client";

/** A paragraph ("p12") or note ("n3") of a passage. */
export type PassageParagraph = { readonly anchor: string; readonly plain: string };

/** A published record as results show it, before its passage is cut. */
export type HitRow = {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
  readonly summary: string | null;
  readonly dateExpression: string | null;
  readonly dateEdtf: string | null;
  /** See `lib/archive/described-words`. */
  readonly described: string;
  /** The paragraphs of the passage asked for, in order. */
  readonly paragraphs: readonly PassageParagraph[];
};

/** Those of the records that are published, by their numbers, each with a passage of its texts where it has that one. */
export async function findHits(
  wanted: readonly { readonly id: number; readonly passage: number }[],
): Promise<Map<number, HitRow>> {
  if (wanted.length === 0) return new Map();
  const sql = sqlPool();
  const rows = await sql<HitRow[]>`
    select r.id, r.slug, r.title, r.summary, r.date_expression as "dateExpression", r.date_edtf as "dateEdtf", s.described,
      coalesce((
        select json_agg(json_build_object('anchor', g.anchor, 'plain', g.plain) order by g.position) from search_passages p
        cross join lateral (
          select t.anchor, t.plain, t.position from text_segments t
          where not p.is_note and t.text_id = p.text_id and t.position between p.first and p.last
          union all
          select 'n' || n.number, n.plain, n.position from text_notes n
          where p.is_note and n.text_id = p.text_id and n.position between p.first and p.last
        ) g where p.record_id = w.id and p.ordinal = w.passage
      ), '[]') as paragraphs
    from unnest(${wanted.map(({ id }) => id)}::integer[], ${wanted.map(({ passage }) => passage)}::integer[]) w (id, passage)
    join records r on r.id = w.id and r.status = 'published' join record_search s on s.record_id = r.id`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** A word of a question and how much its presence says. */
export type TellingWord = { readonly lexeme: string; readonly telling: number };

/** The passage of a record that says most of a question. */
export type BestPassage = { readonly id: number; readonly ordinal: number; readonly score: number };

/**
 * The passage of each record that holds the most telling words, the first of such; records without any of the words in their texts are
 * absent. Scores are sums of what the words tell.
 */
export async function findBestPassages(
  ids: readonly number[],
  words: readonly TellingWord[],
): Promise<BestPassage[]> {
  if (ids.length === 0 || words.length === 0) return [];
  const sql = sqlPool();
  const queries = words.map(({ lexeme }) => `'${lexeme.replaceAll("'", "''").replaceAll("\\", "\\\\")}'`);
  return [
    ...(await sql<BestPassage[]>`
      select distinct on (p.record_id) p.record_id as id, p.ordinal, s.score
      from search_passages p, lateral (
        select sum(w.telling) as score from unnest(${queries}::tsquery[], ${words.map(({ telling }) => telling)}::float8[]) w (query, telling)
        where p.words @@ w.query
      ) s
      where p.record_id = any(${[...ids]}::integer[]) and s.score is not null
      order by p.record_id, s.score desc, p.ordinal`),
  ];
}
