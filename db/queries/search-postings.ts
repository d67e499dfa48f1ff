import type { PendingQuery } from "postgres";
import { sqlPool } from "../client";

/** The postings of a word in one segment: six bytes a record, see `eachPosting`. */
export type PostingSegment = { readonly segment: number; readonly postings: Buffer };

const postingBytes = 6;
const fieldBits = 4;

/** The fields that a posting's lowest bits name. */
export const postedFields = { title: 1, headings: 2, summary: 4, text: 8 } as const;

/** Reads postings: for each the record, how much the word says of it (0 to 255), and the fields that hold it. */
export function eachPosting(
  postings: Buffer,
  visit: (record: number, worth: number, fields: number) => void,
): void {
  for (let at = 0; at < postings.length; at += postingBytes) {
    const packed = postings.readUInt16BE(at + 4);
    visit(postings.readInt32BE(at), packed >>> fieldBits, packed & (2 ** fieldBits - 1));
  }
}

export const postingCount = (postings: Buffer): number => postings.length / postingBytes;

/** The postings of words as they are now, and the generation they belong to; words that stand nowhere are absent. */
export async function readPostings(
  terms: readonly string[],
): Promise<{ generation: number | null; postings: Map<string, PostingSegment[]> }> {
  const sql = sqlPool();
  const rows = await sql<
    { generation: number | null; term: string | null; segment: number; postings: Buffer }[]
  >`
    select s.generation, p.term, p.segment, p.postings from (values (1)) one
    left join search_posting_state s on true left join search_postings p on p.term = any(${[...terms]}::text[])`;
  const postings = new Map<string, PostingSegment[]>();
  for (const { term, segment, postings: own } of rows) {
    if (term === null) continue;
    const held = postings.get(term);
    if (held) held.push({ segment, postings: own });
    else postings.set(term, [{ segment, postings: own }]);
  }
  return { generation: rows[0]?.generation ?? null, postings };
}

/** Words as the archive takes them in: for each the lexemes it becomes, none for words too common to count ("the"). */
export async function readLexemes(words: readonly string[]): Promise<string[][]> {
  const sql = sqlPool();
  const rows = await sql<{ lexemes: string[] }[]>`
    select tsvector_to_array(to_tsvector('archive', word)) as lexemes
    from unnest(${[...words]}::text[]) with ordinality as asked (word, place) order by place`;
  return rows.map(({ lexemes }) => lexemes);
}

/** A posted word and roughly how many records hold it. */
export type PostedTerm = { readonly term: string; readonly records: number };

/** Posted words like a given one, the most frequent first: candidates for what a misspelt word was to be. */
export async function findLikeTerms(term: string, limit: number): Promise<PostedTerm[]> {
  const sql = sqlPool();
  return [
    ...(await sql<PostedTerm[]>`
      select term, records from search_terms
      where term % ${term} and length(term) between ${Array.from(term).length - 2}::integer and ${Array.from(term).length + 2}::integer and term <> ${term}
      order by records desc limit ${limit}`),
  ];
}

/** Posted words with a beginning, the most frequent first. */
export async function findTermsBeginning(beginning: string, limit: number): Promise<PostedTerm[]> {
  const sql = sqlPool();
  const pattern = `${beginning.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return [
    ...(await sql<PostedTerm[]>`
      select term, records from search_terms where term like ${pattern} order by records desc, term limit ${limit}`),
  ];
}

/** Where a phrase is looked for. */
export type PhrasePlace = "anywhere" | "title" | "summary" | "text";

const patienceMs = 3_000;

/**
 * Records that hold a phrase: its words side by side and as they are written, apart from case and accents. Throws PostgreSQL's 57014 where
 * that takes longer than three seconds.
 */
export async function findPhrase(phrase: string, where: PhrasePlace): Promise<number[]> {
  const sql = sqlPool();
  const words = phrase.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const pattern = `\\m${words.join("[^[:alnum:]]+")}\\M`;
  const described = {
    anywhere: sql`concat_ws(E'\n', r.title, r.summary, s.described)`,
    title: sql`concat_ws(E'\n', r.title, (select string_agg(t.title, E'\n') from record_titles t where t.record_id = r.id))`,
    summary: sql`r.summary`,
    text: sql`null::text`,
  }[where];
  return within(
    patienceMs,
    sql<{ id: number }[]>`
    select s.record_id as id from record_search s join records r on r.id = s.record_id
    where ${where !== "text"}::boolean and s.everything @@ phraseto_tsquery('archive', ${phrase}) and unaccent(${described}) ~* unaccent(${pattern})
    union
    select p.record_id from search_passages p
    where ${where === "anywhere" || where === "text"}::boolean and p.words @@ phraseto_tsquery('archive', ${phrase}) and exists (
      select 1 from text_segments g
      where not p.is_note and g.text_id = p.text_id and g.position between p.first and p.last and unaccent(g.plain) ~* unaccent(${pattern})
      union all
      select 1 from text_notes n
      where p.is_note and n.text_id = p.text_id and n.position between p.first and p.last and unaccent(n.plain) ~* unaccent(${pattern}))`,
  );
}

/** The ids that a statement finds; one that takes longer is given up. */
async function within(milliseconds: number, query: PendingQuery<{ id: number }[]>): Promise<number[]> {
  const late = setTimeout(() => query.cancel(), milliseconds);
  try {
    return (await query).map(({ id }) => id);
  } finally {
    clearTimeout(late);
  }
}
