import { sqlPool } from "@/db/client";
import { startChildServer, type ChildServer } from "@/lib/bench/child-server";
import { measureEdits } from "@/lib/bench/edits";
import { measureReindex } from "@/lib/bench/reindexing";
import { searchSamples, type Sample } from "@/lib/bench/sample";
import { measureSearch, questionsWanted } from "@/lib/bench/search-load";
import { questionsFromRecords } from "@/lib/bench/search-questions";
import { reachesGoals, searchSummary, searchTable, type SearchFigures } from "@/lib/bench/search-report";
import { importFile } from "@/lib/import/import-file";
import { CommandFailure } from "./command-failure";
import { index, prepareData } from "./prepare";
import { secondsSince } from "./progress";

type Options = {
  readonly asJson: boolean;
  readonly isQuick: boolean;
  readonly records: number;
  readonly folder: string;
  /** Figures, and words for the person. */
  readonly print: (text: string) => void;
  readonly tell: (line: string) => void;
};

const editSeconds = 30;
const quiet = { refused: () => undefined, warned: () => undefined, progress: () => undefined };

/**
 * Measures search in two sizes of one archive, reindexing, and how soon edits are found. Complete when every goal is reached. Throws a
 * `CommandFailure` where there is no search engine to compare with.
 */
export async function compareSearch(options: Options): Promise<{ isComplete: boolean }> {
  const { asJson, isQuick, folder, print, tell } = options;
  if (!process.env["MEILI_URL"])
    throw new CommandFailure("Search is measured against Meilisearch, and there is none.");
  await prepareData();
  tell("Mixing the records …");
  const [few, all] = await searchSamples(folder, options.records);
  if (!few || !all) return { isComplete: false };
  const connections = isQuick ? [8] : [1, 8, 32];

  await take(few, tell);
  await index();
  const questions = await questionsFromRecords(questionsWanted(connections.length));
  const asking = { questions, connections, tell };
  const small = await onServer((server) => measureSearch({ ...asking, server, archive: few.name }));
  if (!asJson) print(`\n${searchTable(small)}\n`);

  await take(all, tell);
  tell("Reindexing …");
  const reindex = await measureReindex();
  const { large, edits } = await onServer(async (server) => {
    const measured = await measureSearch({ ...asking, server, archive: all.name });
    tell("Editing …");
    return { large: measured, edits: await measureEdits(server.url, isQuick ? 5 : editSeconds) };
  });
  const figures: SearchFigures = { small, large, reindex, edits };
  print(asJson ? JSON.stringify(figures, null, 2) : `${searchTable(large)}\n\n${searchSummary(figures)}`);
  return { isComplete: reachesGoals(figures) };
}

async function take({ name, path }: Sample, tell: Options["tell"]) {
  const began = performance.now();
  tell(`Importing ${name} …`);
  await importFile({ path, isDryRun: false, collection: null }, quiet);
  tell(`Imported in ${secondsSince(began)}`);
}

/** Does work with a web server that keeps the index, as it does in use. */
async function onServer<Result>(work: (server: ChildServer) => Promise<Result>): Promise<Result> {
  // What PostgreSQL would do by itself within minutes, in the midst of the measuring.
  await sqlPool()`vacuum analyze`;
  const server = await startChildServer("lib/bench/web-server.ts", ["with-worker"]);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}
