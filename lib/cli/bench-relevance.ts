import { join } from "node:path";
import { measureRelevance, judgedVolumes, type RelevanceRow } from "@/lib/bench/relevance";
import { corpusFolder, recordsOfVolumes } from "@/lib/bench/sample";
import { importFile } from "@/lib/import/import-file";
import { index, prepareData } from "./prepare";
import { inPrivateArchive } from "./private-archive";

const tell = (line: string) => process.stderr.write(`${line}\n`);

/** `npm run bench:relevance`: asks judged questions of a private archive, loaded afresh, and scores the answers. */
export async function run(): Promise<number> {
  const corpus = corpusFolder();
  if (corpus === null) {
    tell(
      "The judged collections are not here: put them into ../shared/corpus or name their folder in ARCHIVE_CORPUS.",
    );
    return 1;
  }
  const rows = await inPrivateArchive("bench:relevance", async (folder) => {
    await prepareData();
    const volumes = await recordsOfVolumes(corpus, folder, judgedVolumes(corpus));
    const quiet = { refused: () => undefined, warned: () => undefined, progress: () => undefined };
    const rows: RelevanceRow[] = [];
    for (const [collection, path] of [
      ["sushi", join(corpus, "sushi.jsonl.gz")],
      ["frus", volumes],
    ] as const) {
      tell(`Importing ${path} …`);
      await importFile({ path, isDryRun: false, collection: null }, quiet);
      await index();
      const measured = await measureRelevance(corpus, collection, progressTold());
      for (const { kind, ndcg } of measured) tell(`${kind}: ${ndcg.toFixed(3)}`);
      rows.push(...measured);
    }
    return rows;
  });
  process.stdout.write(`${tableOf(rows)}\n`);
  return 0;
}

/** Tells of every hundredth question. */
function progressTold() {
  let told = 0;
  return (done: number, total: number) => {
    if (done - told < 100) return;
    told = done;
    tell(`${done} of ${total} questions`);
  };
}

function tableOf(rows: readonly RelevanceRow[]): string {
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(18) : cell.padStart(11))).join(" ");
  const gains = rows.map(({ ndcg, baseline }) => ndcg / baseline - 1);
  return [
    line(["nDCG@10", "questions", "BM25", "reached", "gain", "recall@100"]),
    ...rows.map(({ kind, questions, baseline, ndcg, recall }, row) =>
      line([
        kind,
        String(questions),
        baseline.toFixed(3),
        ndcg.toFixed(3),
        `${((gains[row] ?? 0) * 100).toFixed(1)} %`,
        recall.toFixed(2),
      ]),
    ),
    line([
      "mean",
      "",
      "",
      "",
      `${((gains.reduce((sum, gain) => sum + gain, 0) / gains.length) * 100).toFixed(1)} %`,
      "",
    ]),
  ].join("\n");
}
