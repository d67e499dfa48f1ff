import { parseArgs } from "node:util";
import { isWithinGoal, listTable, measureLists } from "@/lib/bench/lists";
import { measureArchive, type Measured } from "@/lib/bench/measure";
import { tableOf } from "@/lib/bench/report";
import { authoritySample, samplesIn } from "@/lib/bench/sample";
import { importAuthority } from "@/lib/import/import-authority";
import { importFile } from "@/lib/import/import-file";
import { ensureBuild } from "./build";
import { commands } from "./help.mjs";
import { compareSearch } from "./measure-search";
import { index, prepareData } from "./prepare";
import { inPrivateArchive } from "./private-archive";

type Wish = { asJson: boolean; isQuick: boolean; what: "pages" | "lists" | "search"; records: number };

/** Words for the person go to the error stream, so that the figures alone can be piped. */
const tell = (line: string) => process.stderr.write(`${line}\n`);

/** Runs work while what it prints goes to the error stream too; the function it gets prints figures. */
async function withFiguresAlone<Result>(
  work: (print: (text: string) => void) => Promise<Result>,
): Promise<Result> {
  const write = process.stdout.write.bind(process.stdout);
  const print = (text: string) => void write(`${text}\n`);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  try {
    return await work(print);
  } finally {
    process.stdout.write = write;
  }
}

/** `npm run bench`: measures a private archive that is gone afterwards. Resolves to the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const wish = wishOf(args);
  if (typeof wish === "string") {
    tell(`${wish}\n\n${commands["bench"]?.help ?? ""}`);
    return 2;
  }
  if (process.platform !== "linux") {
    tell("CPU time and memory of processes are read from /proc; the measurement needs Linux.");
    return 1;
  }
  const { isComplete } = await withFiguresAlone((print) => measurePrivately(wish, print));
  return isComplete ? 0 : 1;
}

/** Measures in a folder that is gone afterwards. Not complete when a page failed to answer under load. */
async function measurePrivately(wish: Wish, print: (text: string) => void): Promise<{ isComplete: boolean }> {
  await ensureBuild(process.cwd(), new AbortController().signal);
  return inPrivateArchive("bench", async (folder) => {
    if (wish.what === "lists") return compareLists(wish, folder, print);
    if (wish.what === "search") return compareSearch({ ...wish, folder, print, tell });
    const measured = await measureAll(wish, folder, print);
    if (wish.asJson) print(JSON.stringify(measured, null, 2));
    return { isComplete: measured.every(({ rows }) => rows.every((row) => row.load.failures === 0)) };
  });
}

function wishOf(args: readonly string[]): Wish | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        json: { type: "boolean", default: false },
        quick: { type: "boolean", default: false },
        lists: { type: "boolean", default: false },
        search: { type: "boolean", default: false },
        records: { type: "string" },
      },
    });
    const records = values.records === undefined ? Infinity : Number(values.records);
    if (!(records > 0)) return "--records needs a number.";
    if (values.lists && values.search) return "Lists and search are measured one at a time.";
    const what = values.lists ? "lists" : values.search ? "search" : "pages";
    return { asJson: values.json, isQuick: values.quick, what, records };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const quiet = { refused: () => undefined, warned: () => undefined, progress: () => undefined };

/** Every kind of list on the seed alone, then with a large collection and its people. Complete when every list keeps to the goal. */
async function compareLists({ asJson, records }: Wish, folder: string, print: (text: string) => void) {
  await prepareData();
  const small = await measureLists("seed");
  const people = authoritySample();
  if (people) {
    tell(`Importing ${people.name} …`);
    await importAuthority({ path: people.path, isDryRun: false }, quiet);
  }
  const sample = (await samplesIn(folder, records, false)).at(-1);
  if (!sample) return { isComplete: false };
  tell(`Importing for “${sample.name}” …`);
  await importFile({ path: sample.path, isDryRun: false, collection: null }, quiet);
  const large = await measureLists(people ? `${sample.name} and ${people.name}` : sample.name);
  print(asJson ? JSON.stringify([small, large], null, 2) : listTable(small, large));
  return { isComplete: isWithinGoal(small, large) };
}

async function measureAll(
  { asJson, isQuick, records }: Wish,
  folder: string,
  print: (text: string) => void,
): Promise<Measured[]> {
  const all: Measured[] = [];
  await prepareData();
  for (const { name, path } of await samplesIn(folder, records, isQuick)) {
    tell(`Importing for “${name}” …`);
    await importFile({ path, isDryRun: false, collection: null }, quiet);
    if (process.env["MEILI_URL"]) await index();
    const measured = await measureArchive({
      archive: name,
      seconds: isQuick ? 1 : 5,
      connections: isQuick ? [8] : [1, 8, 32],
      folder,
      tell,
    });
    all.push(measured);
    if (!asJson) print(`\n${tableOf(measured)}\n`);
  }
  return all;
}
