import { sql, type SQL } from "drizzle-orm";
import type { DayNumber } from "@/lib/archive/day-number";
import type { SearchScope } from "@/lib/archive/search-scopes";
import { db, type Transaction } from "../client";
import {
  countFacets,
  facetNames,
  facetCondition,
  type FacetCounts,
  type FacetFilters,
  type FacetName,
} from "./search-facets";

/** A search as PostgreSQL answers it: for exact phrases, and while the search engine is away. */
export type FallbackQuestion = {
  /** In the manner of web search engines: "a phrase", -without, or; the last word also as a beginning. Empty finds everything. */
  readonly words: string;
  /** Whether similar words will do where nothing holds these. */
  readonly forgives: boolean;
  readonly scope: SearchScope;
  readonly filters: FacetFilters;
  /** Days between which a record's date may lie; dates that overlap the span match. */
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
  readonly order: "relevance" | "oldest" | "newest" | "added";
};

export type FallbackHit = {
  readonly id: number;
  readonly slug: string;
  readonly dateExpression: string | null;
  readonly dateEdtf: string | null;
  /** With the matching words between the marks asked for. */
  readonly title: string;
  readonly summary: string | null;
  readonly text: string | null;
  readonly types: readonly string[];
  readonly people: readonly string[];
};

export type FallbackAnswer = {
  readonly hits: readonly FallbackHit[];
  /** How many were found, at most `mostMatches`. */
  readonly total: number;
  readonly isCapped: boolean;
  /** True where nothing holds the words as written and titles and summaries with similar words were taken. */
  readonly isSimilar: boolean;
  readonly counts: Map<FacetName, FacetCounts>;
};

/** More matches than this are neither ranked nor counted: ranking reads each match's vector. */
const mostMatches = 5_000;

const patienceMs = 3_000;
/** Characters of a text that a snippet is looked for in; the parser reads all it is given. */
const snippetText = 20_000;

/** PostgreSQL's numbering of weights: texts D, summaries C, titles A; `null` takes all. */
const weightOf: Partial<Record<SearchScope, string>> = { titles: "a", summaries: "c", text: "d" };

/** What the words come to as a query of the configuration `archive`; the last plain word also finds longer ones. */
function queryOf(words: string): SQL {
  const last = /^(?<head>.*?)(?<word>[\p{L}\p{N}]{2,})$/su.exec(words)?.groups;
  const isPlain = !/["-]|\bor\b/i.test(words);
  if (!last || !isPlain) return sql`websearch_to_tsquery('archive', ${words})`;
  return sql`(websearch_to_tsquery('archive', ${last.head ?? ""}) && to_tsquery('archive', ${`${last.word}:*`}))`;
}

function matchOf({ words, scope }: FallbackQuestion): SQL {
  if (words === "") return sql`true`;
  if (scope === "collections") {
    return sql`exists (
      select 1 from collection_records m join collections c on c.id = m.collection_id and c.is_published
      where m.record_id = r.id and to_tsvector('archive', c.title) @@ ${queryOf(words)}
    )`;
  }
  if (scope === "people") return sql`s.names @@ ${queryOf(words)}`;
  const weight = weightOf[scope];
  const found = sql`s.everything @@ ${queryOf(words)}`;
  // The index answers for the whole vector; what remains is looked at again in the asked part alone.
  return weight
    ? sql`${found} and ts_filter(s.everything, ${`{${weight}}`}::"char"[]) @@ ${queryOf(words)}`
    : found;
}

/** Words of a question that are looked for by likeness; each costs a look at every title and summary. */
const mostSimilar = 6;

/**
 * Takes the words that no record holds for misspelt: each must resemble a word of the title or summary, the others must be there.
 * "missle crisis" meets "Missile Crisis". Where all are known, but never together, likeness is asked of all.
 */
async function similarTo(tx: Transaction, words: string): Promise<SQL> {
  const parts = (words.match(/[\p{L}\p{N}]{3,}/gu) ?? []).slice(0, mostSimilar);
  if (parts.length === 0) return sql`false`;
  const rows = await tx.execute<{ part: string; isKnown: boolean }>(sql`
    select part, exists (select 1 from record_search s where s.everything @@ plainto_tsquery('archive', part)) as "isKnown"
    from unnest(${sql.param(parts)}::text[]) part
  `);
  const known = new Set([...rows].filter(({ isKnown }) => isKnown).map(({ part }) => part));
  const conditions = parts.map((part) =>
    known.has(part) && known.size < parts.length
      ? sql`s.everything @@ plainto_tsquery('archive', ${part})`
      : sql`strict_word_similarity(${part}, concat_ws(' ', r.title, r.summary)) >= 0.45`,
  );
  return sql.join(conditions, sql` and `);
}

/** The condition that finds similar words, and what it finds; nothing where the look at all records takes too long. */
async function findSimilar(tx: Transaction, question: FallbackQuestion) {
  try {
    // A savepoint, so that a look given up does not spoil the transaction.
    return await tx.transaction(async (attempt) => {
      const match = await similarTo(attempt, question.words);
      return { match, found: await findMatches(attempt, question, { match }) };
    });
  } catch (error) {
    if (!isTimeout(error)) throw error;
    return { match: sql`false`, found: [] };
  }
}

/** Whether PostgreSQL gave a statement up because it took longer than it may. */
export function isTimeout(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return cause instanceof Error && "code" in cause && cause.code === "57014";
}

function conditions({ filters, from, to }: FallbackQuestion, except: FacetName | null): SQL {
  const parts: SQL[] = [sql`r.status = 'published'`];
  if (from !== null) parts.push(sql`r.date_latest >= ${from}`);
  if (to !== null) parts.push(sql`r.date_earliest <= ${to}`);
  for (const facet of facetNames) {
    const values = filters[facet];
    if (values && facet !== except) parts.push(facetCondition(facet, values));
  }
  return sql.join(parts, sql` and `);
}

const orders = {
  relevance: sql`rank desc, date_earliest asc nulls last, id`,
  oldest: sql`date_earliest asc nulls last, id`,
  newest: sql`date_earliest desc nulls last, id`,
  added: sql`first_published_at desc, id desc`,
};

/** Ids of what matches, in order, one more than are counted so that the cap shows. */
async function findMatches(
  tx: Transaction,
  question: FallbackQuestion,
  { except = null, match }: { except?: FacetName | null; match: SQL },
): Promise<number[]> {
  const ranked = question.words !== "" && question.order === "relevance" && question.scope !== "collections";
  const vector = question.scope === "people" ? sql`s.names` : sql`s.everything`;
  const rank = ranked
    ? sql`ts_rank('{0.2, 0.4, 0.4, 1.0}', ${vector}, ${queryOf(question.words)}, 1)`
    : sql`0`;
  // Without words the dates alone decide, and their index can be walked in order; with them the first found are taken.
  const order = question.words === "" ? sql`order by ${orders[question.order]}` : sql``;
  const rows = await tx.execute<{ id: number }>(sql`
    select id from (
      select r.id, r.date_earliest, r.first_published_at, ${rank} as rank
      from records r join record_search s on s.record_id = r.id
      where ${conditions(question, except)} and ${match}
      ${order} limit ${mostMatches + 1}
    ) found order by ${orders[question.order]}
  `);
  return [...rows].map(({ id }) => id);
}

async function findHits(
  tx: Transaction,
  ids: readonly number[],
  words: string,
  marks: readonly [string, string],
): Promise<FallbackHit[]> {
  if (ids.length === 0) return [];
  const options = (extent: string) => `StartSel=${marks[0]}, StopSel=${marks[1]}, ${extent}`;
  const marked = (column: string, extent: string) =>
    words === ""
      ? sql.raw(column)
      : sql`ts_headline('archive', ${sql.raw(column)}, ${queryOf(words)}, ${options(extent)})`;
  const rows = await tx.execute<FallbackHit>(sql`
    select r.id, r.slug, r.date_expression as "dateExpression", r.date_edtf as "dateEdtf",
      ${marked("r.title", "HighlightAll=true")} as title,
      ${marked("r.summary", "MinWords=30, MaxWords=50")} as summary,
      (select ${marked("worded.words", "MinWords=25, MaxWords=40")} from (
        select left(string_agg(t.plain, E'\\n\\n' order by t.position, t.id), ${sql.raw(String(snippetText))}) as words
        from texts t where t.record_id = r.id) worded) as text,
      coalesce((select json_agg(d.name order by l.position) from record_document_types l
        join document_types d on d.id = l.document_type_id where l.record_id = r.id), '[]'::json) as types,
      coalesce((select json_agg(a.name order by l.role, l.position) from record_agents l join agents a on a.id = l.agent_id
        where l.record_id = r.id and l.role in ('author', 'recipient', 'participant')), '[]'::json) as people
    from records r where r.id = any(${sql.param([...ids])}::integer[])
  `);
  const byId = new Map([...rows].map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/**
 * Answers a search from PostgreSQL full text: hits of one page, counts of the asked facets (each without its own filter) and the
 * total, on at most `mostMatches` matches. Throws PostgreSQL's 57014 where that takes longer than three seconds.
 */
export async function searchInDatabase(
  question: FallbackQuestion,
  page: { offset: number; limit: number; marks: readonly [string, string] },
  facets: { names: readonly FacetName[]; limit: number },
): Promise<FallbackAnswer> {
  return db().transaction(
    async (tx) => {
      await tx.execute(sql.raw(`set local statement_timeout = ${patienceMs}`));
      let match = matchOf(question);
      let found = await findMatches(tx, question, { match });
      const isSimilar = found.length === 0 && question.words !== "" && question.forgives;
      if (isSimilar) {
        ({ match, found } = await findSimilar(tx, question));
      }
      const ids = found.slice(0, mostMatches);
      const chosen = facets.names.filter((name) => question.filters[name]);
      const counts = await countFacets(
        tx,
        facets.names.filter((name) => !chosen.includes(name)),
        ids,
        facets.limit,
      );
      for (const facet of chosen) {
        const others = await findMatches(tx, question, { except: facet, match });
        const own = await countFacets(tx, [facet], others.slice(0, mostMatches), facets.limit);
        counts.set(facet, own.get(facet) ?? []);
      }
      const shown = ids.slice(page.offset, page.offset + page.limit);
      const hits = await findHits(tx, shown, question.words, page.marks);
      const isCapped = found.length > mostMatches;
      return { hits, total: ids.length, isCapped, isSimilar: isSimilar && ids.length > 0, counts };
    },
    { accessMode: "read only" },
  );
}
