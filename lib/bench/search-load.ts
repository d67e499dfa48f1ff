import { setTimeout as sleep } from "node:timers/promises";
import { db, sqlPool } from "@/db/client";
import { expireTags } from "@/db/commands/expire-tags";
import { recordsTag } from "@/lib/archive/cache-tags";
import { env } from "@/lib/env";
import { figuresOf, type Answers } from "./answers";
import { askEach, type AskOptions } from "./ask-each";
import type { ChildServer } from "./child-server";
import { engineQuestion } from "./engine-question";
import type { Row } from "./measure";
import { watchProcesses, type Group, type Usage } from "./processes";
import type { SearchQuestion } from "./search-questions";

/** The same questions to the engine alone, to the archive for a page of JSON, and for the page that readers see. */
const subjects = ["engine", "json", "page"] as const;
type Subject = (typeof subjects)[number];

export type SearchRow = {
  readonly isNarrowed: boolean;
  readonly connections: number;
  readonly figures: Readonly<Record<Subject, Row>>;
};

/** Search measured on one archive. Memory is that of all load before. */
export type MeasuredSearch = {
  readonly archive: string;
  readonly records: number;
  readonly questionsEach: number;
  readonly rows: readonly SearchRow[];
  readonly memory: Readonly<Record<Group, Usage>>;
};

export type SearchLoadOptions = {
  readonly archive: string;
  readonly server: ChildServer;
  readonly questions: readonly SearchQuestion[];
  readonly connections: readonly number[];
  readonly tell: (line: string) => void;
};

/** Questions of one portion at most. */
const portionSize = 320;
/** The first thousand answers of a route are up to three times dearer, until the code is compiled. */
const answersToWarmUp = 1_000;
const warmUpConnections = 8;
/** What a reader is told when the engine had no part in an answer, which then cost less than it should. */
const engineAway = /"degraded":true|The search engine is away at the moment/;

/** Words alone; and with a collection and years chosen. */
const kinds = [false, true];

/** How many questions `measureSearch` can make use of with so many numbers of connections. */
export const questionsWanted = (connections: number): number => portionSize * portionsFor(connections);

/** Two portions for each row, and one to warm up. */
const portionsFor = (connections: number) => kinds.length * connections * 2 + 1;

/**
 * Measures search on the archive that the environment names. Each row has questions of its own, so that no words are in anybody's memory
 * from the row before; half of them go first to the engine and last to the page, the other half the other way round.
 */
export async function measureSearch(options: SearchLoadOptions): Promise<MeasuredSearch> {
  const { questions, server, connections, tell } = options;
  const size = Math.min(portionSize, Math.floor(questions.length / portionsFor(connections.length)));
  const portions = Array.from({ length: portionsFor(connections.length) }, (_, index) =>
    questions.slice(index * size, (index + 1) * size),
  );
  const usage = watchProcesses(server.pid);
  const first = portions.pop() ?? [];
  tell("Warming up …");
  for (let asked = 0; asked < answersToWarmUp && size > 0; asked += size * kinds.length)
    for (const subject of subjects)
      for (const isNarrowed of kinds)
        await askEach(askedOf(subject, server, first, isNarrowed, warmUpConnections));
  const rows: SearchRow[] = [];
  for (const isNarrowed of kinds) {
    for (const count of connections) {
      tell(`${isNarrowed ? "collection and years chosen" : "words alone"}, ${count} at once`);
      const halves = portions.splice(0, 2);
      rows.push(await measureRow({ server, halves, isNarrowed, connections: count, usage }));
    }
  }
  const [total] = await sqlPool()<
    { count: number }[]
  >`select count(*)::int from records where status = 'published'`;
  return {
    archive: options.archive,
    records: total?.count ?? 0,
    questionsEach: size * 2,
    rows,
    memory: usage(),
  };
}

/** JSON and page must each find their answers, not be given those that the other one found. */
async function forgetAnswers() {
  await expireTags(db(), [recordsTag]);
  // The notice travels through PostgreSQL to the server.
  await sleep(300);
}

type RowOptions = {
  readonly server: ChildServer;
  readonly halves: readonly (readonly SearchQuestion[])[];
  readonly isNarrowed: boolean;
  readonly connections: number;
  readonly usage: () => Record<Group, Usage>;
};

async function measureRow({
  server,
  halves,
  isNarrowed,
  connections,
  usage,
}: RowOptions): Promise<SearchRow> {
  const runs: Record<Subject, Answers[]> = { engine: [], json: [], page: [] };
  const spent: Record<Subject, Record<Group, number>> = {
    engine: { server: 0, database: 0, engine: 0 },
    json: { server: 0, database: 0, engine: 0 },
    page: { server: 0, database: 0, engine: 0 },
  };
  for (const [index, half] of halves.entries()) {
    for (const subject of index % 2 === 0 ? subjects : subjects.toReversed()) {
      await forgetAnswers();
      const before = usage();
      runs[subject].push(await askEach(askedOf(subject, server, half, isNarrowed, connections)));
      const after = usage();
      for (const group of ["server", "database", "engine"] as const)
        spent[subject][group] += after[group].cpuMs - before[group].cpuMs;
    }
  }
  const rowOf = (subject: Subject): Row => {
    const load = figuresOf(runs[subject]);
    const each = (group: Group) => spent[subject][group] / Math.max(1, load.requests);
    const cpu = { server: each("server"), database: each("database"), engine: each("engine") };
    return { name: subject, connections, load, cpu };
  };
  return {
    isNarrowed,
    connections,
    figures: { engine: rowOf("engine"), json: rowOf("json"), page: rowOf("page") },
  };
}

function askedOf(
  subject: Subject,
  { url }: ChildServer,
  questions: readonly SearchQuestion[],
  isNarrowed: boolean,
  connections: number,
): AskOptions {
  const searches = questions.map(({ plain, narrowed }) => (isNarrowed ? narrowed : plain));
  const { MEILI_URL: engine = "" } = env();
  if (subject === "engine") return { url: engine, questions: searches.map(engineQuestion), connections };
  const format = subject === "json" ? "&format=json&page=1" : "";
  return {
    url,
    questions: searches.map((params) => ({ path: `/search?${params}${format}` })),
    connections,
    isSound: (body) => !engineAway.test(body),
  };
}
