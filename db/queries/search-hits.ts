import { sqlPool } from "../client";

/** A published record as results show it, before its passages are chosen. */
export type HitRow = {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
  readonly summary: string | null;
  readonly dateExpression: string | null;
  readonly dateEdtf: string | null;
  /** See `lib/archive/described-words`. */
  readonly described: string;
};

/** Those of the records that are published, by their numbers. */
export async function findHits(ids: readonly number[]): Promise<Map<number, HitRow>> {
  if (ids.length === 0) return new Map();
  const sql = sqlPool();
  const rows = await sql<HitRow[]>`
    select r.id, r.slug, r.title, r.summary, r.date_expression as "dateExpression", r.date_edtf as "dateEdtf", s.described
    from records r join record_search s on s.record_id = r.id
    where r.id = any(${[...ids]}::integer[]) and r.status = 'published'`;
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

/** A paragraph ("p12") or note ("n3") of a passage. */
export type PassageParagraph = { readonly id: number; readonly anchor: string; readonly plain: string };

/** Characters of one paragraph that a passage is chosen from. */
const paragraphLength = 2_000_000;

/** The paragraphs of passages, in order. */
export async function findPassageParagraphs(
  passages: readonly { readonly id: number; readonly ordinal: number }[],
): Promise<PassageParagraph[]> {
  if (passages.length === 0) return [];
  const sql = sqlPool();
  return [
    ...(await sql<PassageParagraph[]>`
      select w.id, s.anchor, left(s.plain, ${paragraphLength}::integer) as plain
      from unnest(${passages.map(({ id }) => id)}::integer[], ${passages.map(({ ordinal }) => ordinal)}::integer[]) w (id, ordinal)
      join search_passages p on p.record_id = w.id and p.ordinal = w.ordinal
      cross join lateral (
        select g.anchor, g.plain, g.position from text_segments g where not p.is_note and g.text_id = p.text_id and g.position between p.first and p.last
        union all
        select 'n' || n.number, n.plain, n.position from text_notes n where p.is_note and n.text_id = p.text_id and n.position between p.first and p.last
      ) s
      order by w.id, s.position`),
  ];
}

/** The beginning of the first text of records, with the number of its first paragraph. */
export async function findBeginnings(ids: readonly number[]): Promise<PassageParagraph[]> {
  return findPassageParagraphs(ids.map((id) => ({ id, ordinal: 0 })));
}
