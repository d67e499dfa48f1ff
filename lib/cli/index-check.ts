import { parseArgs } from "node:util";
import { applyMigrations } from "@/db/migrate";
import { listUnsearchableIds } from "@/db/queries/index-check";
import { countPublished } from "@/db/queries/search-documents";
import { compareIndex, type Difference } from "@/lib/search/check";
import { countDocuments, EngineAway, EngineRefused, isEngineSet, liveIndex } from "@/lib/search/engine";
import { indexIsCurrent } from "@/lib/search/live-index";
import { mend } from "@/lib/search/mend";
import { commands } from "./help.mjs";
import { index } from "./prepare";
import { amount, say, secondsSince, startProgress } from "./progress";
import { withServices } from "./with-services";

/** Exit codes: the two agree, they differ, they could not be compared. */
const equal = 0;
const different = 1;
const unknown = 2;

/** Ids printed of each kind of difference; the rest is counted. */
const examplesShown = 10;

/** `npm run index:check`: compares the search index with the database, and mends what differs with `--fix`. */
export async function run(args: readonly string[]): Promise<number> {
  const isFixing = wantsFix(args);
  if (isFixing === null) {
    process.stderr.write(`${commands["index:check"]?.help ?? ""}\n`);
    return unknown;
  }
  return withServices("index:check", async () => {
    await applyMigrations();
    try {
      return await check(isFixing);
    } catch (error) {
      if (!(error instanceof EngineAway || error instanceof EngineRefused)) throw error;
      process.stderr.write(`The index could not be compared: ${error.message}\n`);
      return unknown;
    }
  });
}

/** Whether `--fix` was given; null for anything else. */
function wantsFix(args: readonly string[]): boolean | null {
  try {
    return parseArgs({ args: [...args], options: { fix: { type: "boolean", default: false } } }).values.fix;
  } catch {
    return null;
  }
}

async function check(isFixing: boolean): Promise<number> {
  const unsearchable = await listUnsearchableIds();
  if (!(await indexIsCurrent())) return replaceIndex(isFixing, unsearchable);
  const total = await countPublished();
  const differences = isEngineSet() ? await compareAll(total) : [];
  say(`${amount(total)} records are published.`);
  if (isEngineSet()) say(`${amount((await countDocuments(liveIndex())) ?? 0)} documents are in the index.`);
  else say("No search engine is set: PostgreSQL searches alone.");
  tell(differences, unsearchable);
  if (differences.length + unsearchable.length === 0) {
    say("They agree.");
    return equal;
  }
  if (!isFixing) {
    say("npm run index:check -- --fix mends this.");
    return different;
  }
  return fix(differences, unsearchable);
}

async function compareAll(total: number): Promise<Difference[]> {
  const began = performance.now();
  const progress = startProgress("Comparing");
  const differences = await compareIndex((compared) => progress.step(compared, Math.max(total, compared)));
  progress.finish(`${amount(total)} records in ${secondsSince(began)}`);
  return differences;
}

function tell(differences: readonly Difference[], unsearchable: readonly number[]) {
  for (const [kind, words] of kinds) {
    const found = differences.filter((difference) => difference.kind === kind);
    if (found.length > 0) say(`${amount(found.length)} ${words}: ${examples(found.map(inWords))}`);
  }
  if (unsearchable.length > 0)
    say(
      `${amount(unsearchable.length)} unknown to PostgreSQL’s search: ${examples(unsearchable.map(String))}`,
    );
}

const kinds = [
  ["missing", "missing in the index"],
  ["surplus", "in the index and not published"],
  ["stale", "stale in the index"],
] as const;

const inWords = ({ recordId, attributes }: Difference) =>
  attributes.length === 0 ? String(recordId) : `${recordId} (${attributes.join(", ")})`;

function examples(all: readonly string[]): string {
  const more = all.length - examplesShown;
  return all.slice(0, examplesShown).join(", ") + (more > 0 ? ` and ${amount(more)} more` : "");
}

async function fix(differences: readonly Difference[], unsearchable: readonly number[]): Promise<number> {
  const began = performance.now();
  const progress = startProgress("Mending");
  const left = await mend({ differences, unsearchable }, (done) => progress.step(done, differences.length));
  progress.finish(`${amount(differences.length + unsearchable.length)} records in ${secondsSince(began)}`);
  if (left.length === 0) {
    say("They agree now.");
    return equal;
  }
  say("These differ all the same; /admin says why they could not be indexed.");
  tell(left, []);
  return different;
}

/** An index of another version, or none, is not compared record by record. */
async function replaceIndex(isFixing: boolean, unsearchable: readonly number[]): Promise<number> {
  say("There is no index of this version of settings and documents.");
  tell([], unsearchable);
  if (!isFixing) {
    say("npm run index:check -- --fix builds it, as npm run reindex does.");
    return different;
  }
  await mend({ differences: [], unsearchable }, () => undefined);
  await index();
  return equal;
}
