import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { sqlPool } from "@/db/client";
import { searchRecords } from "@/lib/search/search-records";
import { blankSearch } from "@/lib/search/state";

/** One kind of judged questions: its name, and what plain BM25 (SQLite FTS5, untuned) reaches, nDCG@10. */
const questionKinds = [
  { kind: "sushi title", baseline: 0.414 },
  { kind: "sushi description", baseline: 0.401 },
  { kind: "person", baseline: 0.777 },
  { kind: "person-aspect", baseline: 0.446 },
  { kind: "topic", baseline: 0.696 },
  { kind: "topic-aspect", baseline: 0.467 },
] as const;

type Question = {
  readonly kind: string;
  readonly id: string;
  readonly words: string;
  readonly volume: string | null;
};
/** Judged worth of each record by the id its source gives it; 0 for those that do not help. */
type Judgements = ReadonlyMap<string, number>;

export type RelevanceRow = {
  readonly kind: string;
  readonly questions: number;
  readonly baseline: number;
  /** Normalised discounted cumulative gain of the first ten hits, and the share of relevant records among the first hundred. */
  readonly ndcg: number;
  readonly recall: number;
};

const gainsAt = 10;
const recallAt = 100;

const linesOf = (text: string) => text.trim().split("\n");

/** The volumes that the questions of `frus-index-eval` are about; a file of their records is enough to ask them. */
export function judgedVolumes(corpus: string): ReadonlySet<string> {
  return new Set(questionsIn(corpus).flatMap(({ volume }) => volume ?? []));
}

function questionsIn(corpus: string): Question[] {
  const topics = linesOf(readFileSync(join(corpus, "sushi-topics.jsonl"), "utf8")).map((line) =>
    JSON.parse(line),
  );
  const index = linesOf(readFileSync(join(corpus, "frus-index-eval.jsonl"), "utf8")).map((line) =>
    JSON.parse(line),
  );
  return [
    ...topics.map(({ id, title }) => ({ kind: "sushi title", id, words: title, volume: null })),
    ...topics.map(({ id, description }) => ({
      kind: "sushi description",
      id,
      words: description,
      volume: null,
    })),
    ...index.map(({ id, kind, query, volume }) => ({ kind, id, words: query, volume })),
  ];
}

function judgementsIn(corpus: string): ReadonlyMap<string, Judgements> {
  const judged = new Map<string, Map<string, number>>();
  const files = [
    gunzipSync(readFileSync(join(corpus, "frus-index-qrels.txt.gz"))).toString(),
    readFileSync(join(corpus, "sushi-qrels-document.txt"), "utf8"),
  ];
  for (const line of files.flatMap(linesOf)) {
    const [question = "", , record = "", worth = "0"] = line.split(/\s+/);
    const own = judged.get(question) ?? new Map<string, number>();
    judged.set(question, own.set(record, Number(worth)));
  }
  return judged;
}

const discounted = (gains: readonly number[]) =>
  gains.slice(0, gainsAt).reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);

/** The ids that sources give to the first hundred hits of a question, asked within its volume where it has one. */
async function sourceIdsFound(
  { words, volume }: Question,
  slugs: ReadonlyMap<string, string>,
): Promise<string[]> {
  const collection = volume === null ? undefined : slugs.get(volume);
  const found: number[] = [];
  for (let page = 1; found.length < recallAt; page += 1) {
    const results = await searchRecords({
      ...blankSearch,
      query: words,
      page,
      filters: collection === undefined ? {} : { collection: [collection] },
    });
    if (results.status !== "found") break;
    found.push(...results.hits.map(({ id }) => id));
    if (results.pages <= page) break;
  }
  const rows = await sqlPool()<{ id: number; sourceId: string }[]>`
    select id, source_id as "sourceId" from records where id = any(${found}::integer[])`;
  const byId = new Map(rows.map(({ id, sourceId }) => [id, sourceId]));
  return found.flatMap((id) => byId.get(id) ?? []).slice(0, recallAt);
}

/** The collection that each volume became: most of a volume's records are in no other. */
async function collectionsOfVolumes(volumes: Iterable<string>): Promise<Map<string, string>> {
  const slugs = new Map<string, string>();
  for (const volume of volumes) {
    const [row] = await sqlPool()<{ slug: string }[]>`
      select c.slug from records r join collection_records l on l.record_id = r.id join collections c on c.id = l.collection_id
      where r.source_id like ${`${volume}/%`} group by c.slug, c.id
      order by count(*) desc, (select count(*) from collection_records o where o.collection_id = c.id) limit 1`;
    if (row) slugs.set(volume, row.slug);
  }
  return slugs;
}

/** Which of the two collections is asked about: the records of the other would only be in the way. */
export type JudgedCollection = "sushi" | "frus";

/**
 * Asks the judged questions about a collection through the public search of an archive that holds it, and scores the answers.
 * `onProgress` hears how many of how many are done.
 */
export async function measureRelevance(
  corpus: string,
  collection: JudgedCollection,
  onProgress: (done: number, total: number) => void,
): Promise<RelevanceRow[]> {
  const judged = judgementsIn(corpus);
  const questions = questionsIn(corpus).filter(
    ({ volume }) => (volume === null) === (collection === "sushi"),
  );
  const slugs = await collectionsOfVolumes(judgedVolumes(corpus));
  const scores = new Map<string, { ndcg: number[]; recall: number[] }>();
  for (const [index, question] of questions.entries()) {
    onProgress(index, questions.length);
    const judgements: Judgements = judged.get(question.id) ?? new Map();
    const relevant = [...judgements].filter(([, worth]) => worth > 0);
    if (relevant.length === 0) continue;
    const found = await sourceIdsFound(question, slugs);
    const own = scores.get(question.kind) ?? { ndcg: [], recall: [] };
    const ideal = discounted(relevant.map(([, worth]) => worth).toSorted((a, b) => b - a));
    own.ndcg.push(discounted(found.map((id) => judgements.get(id) ?? 0)) / ideal);
    own.recall.push(relevant.filter(([id]) => found.includes(id)).length / relevant.length);
    scores.set(question.kind, own);
  }
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return questionKinds.flatMap(({ kind, baseline }) => {
    const own = scores.get(kind);
    return own
      ? [{ kind, baseline, questions: own.ndcg.length, ndcg: mean(own.ndcg), recall: mean(own.recall) }]
      : [];
  });
}
