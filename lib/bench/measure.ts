import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "@/lib/env";
import { expireTags } from "@/db/commands/expire-tags";
import { db } from "@/db/client";
import { authoritiesTag, recordsTag } from "@/lib/archive/cache-tags";
import { figuresOf, type Load } from "./answers";
import { askEach } from "./ask-each";
import { startChildServer } from "./child-server";
import { engineQuestion } from "./engine-question";
import { firstLoadOf, type FirstLoad } from "./first-load";
import { load, type Question } from "./load";
import { findPages, textOf } from "./pages";
import { cpuMsOf, watchProcesses, type Group } from "./processes";
import { queries } from "./queries";

/** One row of the table: a page under a number of connections, and the CPU time of each answer by process group, in ms. */
export type Row = {
  readonly name: string;
  readonly connections: number;
  readonly load: Load;
  readonly cpu: Readonly<Record<Group, number>>;
};

/** Everything measured on one archive. Memory is PSS in MiB after all load. */
export type Measured = {
  readonly archive: string;
  readonly records: number;
  readonly pageBytes: number;
  readonly rows: readonly Row[];
  readonly firstLoad: FirstLoad;
  readonly memory: Readonly<Record<Group, number>>;
};

export type MeasureOptions = {
  readonly archive: string;
  readonly seconds: number;
  readonly connections: readonly number[];
  /** A folder for the file of the static server. */
  readonly folder: string;
  tell(line: string): void;
};

type Subject = {
  readonly name: string;
  readonly url: string;
  readonly questions: readonly Question[];
  /** Each question is asked once after the kept pages have been dropped. */
  readonly once?: boolean;
};

/** Record pages measured without cache; each is asked for once per run. */
const uncachedPages = 576;
/** Record pages measured from the cache. */
const cachedPages = 20;

/** Measures the archive that the environment names, with a web server and a static server of its own. */
export async function measureArchive(options: MeasureOptions): Promise<Measured> {
  const server = await startChildServer("lib/bench/web-server.ts");
  try {
    const pages = await findPages(server.url, uncachedPages);
    const page = await textOf(server.url + (pages.documents[0] ?? "/"));
    const file = join(options.folder, "page.html");
    writeFileSync(file, page);
    const still = await startChildServer("lib/bench/static-server.ts", [file]);
    const usage = watchProcesses(server.pid);
    try {
      const rows: Row[] = [];
      for (const subject of subjectsOf(server.url, still.url, pages)) {
        await warmUp(subject);
        for (const connections of options.connections) {
          options.tell(`${subject.name}, ${connections} connections`);
          rows.push(await measure(subject, connections, options.seconds, usage, still.pid));
        }
      }
      const after = usage();
      return {
        archive: options.archive,
        records: pages.records,
        pageBytes: Buffer.byteLength(page),
        rows,
        firstLoad: await firstLoadOf(server.url + (pages.documents[0] ?? "/")),
        memory: {
          server: after.server.pssMiB,
          database: after.database.pssMiB,
          engine: after.engine.pssMiB,
        },
      };
    } finally {
      await still.stop();
    }
  } finally {
    await server.stop();
  }
}

function subjectsOf(url: string, stillUrl: string, pages: Awaited<ReturnType<typeof findPages>>): Subject[] {
  const paths = (...all: readonly string[]) => all.map((path) => ({ path }));
  const searches = queries.map((query) => new URLSearchParams({ q: query }));
  // One collection chosen and two years: what a reader does who has found too much.
  const chosen = pages.collection.split("/").at(-1) ?? "";
  const faceted = searches.map(
    (params) => new URLSearchParams([...params, ["collection", chosen], ["from", "1962"], ["to", "1963"]]),
  );
  const asPages = (all: readonly URLSearchParams[]) => paths(...all.map((params) => `/search?${params}`));
  const subjects: Subject[] = [
    { name: "static file (node:http)", url: stillUrl, questions: paths("/") },
    { name: "home", url, questions: paths("/") },
    { name: "collection, first page", url, questions: paths(pages.collection) },
    { name: "collection, last page", url, questions: paths(pages.collectionEnd) },
    { name: "record, kept", url, questions: paths(...pages.documents.slice(0, cachedPages)) },
    { name: "record, made anew", url, questions: paths(...pages.documents), once: true },
    { name: "search, 50 queries", url, questions: asPages(searches) },
    { name: "faceted search, 50 queries", url, questions: asPages(faceted) },
    {
      name: "JSON search, 50 queries",
      url,
      questions: paths(...searches.map((params) => `/search?${params}&format=json&page=1`)),
    },
  ];
  const { MEILI_URL: engine } = env();
  if (engine)
    subjects.push(
      { name: "engine alone, 50 queries", url: engine, questions: searches.map(engineQuestion) },
      { name: "engine alone, faceted", url: engine, questions: faceted.map(engineQuestion) },
    );
  return subjects;
}

/** The first thousand requests of a route are up to three times dearer, until the code is compiled. */
async function warmUp({ url, questions }: Subject) {
  await load({ url, questions, connections: 8, seconds: 2 });
}

async function measure(
  { name, url, questions, once = false }: Subject,
  connections: number,
  seconds: number,
  usage: ReturnType<typeof watchProcesses>,
  stillPid: number,
): Promise<Row> {
  if (once) {
    await expireTags(db(), [recordsTag, authoritiesTag]);
    // The notice travels through PostgreSQL to the server.
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const before = usage();
  const stillBefore = cpuMsOf(stillPid);
  const asked = { url, questions, connections };
  const measured = once ? figuresOf([await askEach(asked)]) : await load({ ...asked, seconds });
  const after = usage();
  const each = (ms: number) => ms / Math.max(1, measured.requests);
  const isStill = name.startsWith("static");
  return {
    name,
    connections,
    load: measured,
    cpu: {
      server: each(isStill ? cpuMsOf(stillPid) - stillBefore : after.server.cpuMs - before.server.cpuMs),
      database: each(after.database.cpuMs - before.database.cpuMs),
      engine: each(after.engine.cpuMs - before.engine.cpuMs),
    },
  };
}
