import { sql } from "drizzle-orm";
import { db } from "../client";

/** A published record as a suggestion shows it. */
export type SuggestedRecord = {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
  readonly dateExpression: string | null;
  readonly dateEdtf: string | null;
};

const columns = sql`r.id, r.slug, r.title, r.date_expression as "dateExpression", r.date_edtf as "dateEdtf"`;

/** Of these records those that are published now, in the order of the ids. */
export async function listSuggestedRecords(ids: readonly number[]): Promise<SuggestedRecord[]> {
  if (ids.length === 0) return [];
  const rows = await db().execute<SuggestedRecord>(sql`
    select ${columns} from records r
    where r.id = any(${sql.param([...ids])}::integer[]) and r.status = 'published'
    order by array_position(${sql.param([...ids])}::integer[], r.id)`);
  return [...rows];
}

/** Titles that are compared to find the best. */
const mostCompared = 200;

/**
 * Published records whose titles hold the words, of which the last may be the beginning of one; those that begin with them first, short
 * titles before long ones. Words are letters and figures only. Throws where that takes longer than `patienceMs`.
 */
export async function findRecordsTitled(
  words: readonly string[],
  limit: number,
  patienceMs: number,
): Promise<SuggestedRecord[]> {
  // The weight A marks the words of titles (`db/schema/records`).
  const query = words.map((word, place) => `${word}:${place === words.length - 1 ? "*" : ""}A`).join(" & ");
  return db().transaction(async (tx) => {
    await tx.execute(sql`select set_config('statement_timeout', ${String(patienceMs)}, true)`);
    const rows = await tx.execute<SuggestedRecord>(sql`
      select ${columns} from (
        select record_id from record_search where everything @@ to_tsquery('archive', ${query}) limit ${mostCompared}
      ) found join records r on r.id = found.record_id and r.status = 'published'
      order by starts_with(lower(unaccent(r.title)), lower(unaccent(${words.join(" ")}))) desc, char_length(r.title), r.id
      limit ${limit}`);
    return [...rows];
  });
}

/** What tells agents from their namesakes, by id; absent where nothing is known. */
export async function findAgentDescriptions(ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db().execute<{ id: number; description: string }>(sql`
    select id, description from agents where id = any(${sql.param([...ids])}::integer[]) and description is not null`);
  return new Map(rows.map(({ id, description }) => [id, description]));
}
