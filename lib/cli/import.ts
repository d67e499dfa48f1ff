import { access, constants, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/client";
import { applyMigrations } from "@/db/migrate";
import { importAuthority, type AuthoritySummary } from "@/lib/import/import-authority";
import { importFile, type ImportReport, type ImportSummary } from "@/lib/import/import-file";
import { isAuthorityFile } from "@/lib/import/file-kind";
import { commands } from "./help.mjs";
import { amount, startProgress } from "./progress";
import { stoppable } from "./stoppable";
import { withServices } from "./with-services";

/** Notices printed one by one; a file that is wrong throughout is not told line by line. */
const noticesShown = 200;

/** Names of missing records and of matched people that are printed; the rest is counted. */
const namesShown = 20;

const kinds = ["records", "authority"] as const;
type FileKind = (typeof kinds)[number];

type Wish = { path: string; isDryRun: boolean; collection: string | null; kind: FileKind | null };

/**
 * `npm run import`: exit code 0 when every line went in, 1 when some were refused, the file was damaged or the import was
 * stopped, 2 when the command was not understood.
 */
export async function run(args: readonly string[]): Promise<number> {
  const wish = wishOf(args);
  if (typeof wish === "string") {
    process.stderr.write(`${wish}\n\n${commands["import"]?.help ?? ""}\n`);
    return 2;
  }
  const obstacle = await obstacleTo(wish.path);
  if (obstacle !== null) {
    process.stderr.write(`${obstacle}\n`);
    return 2;
  }
  return withServices("import", async () => {
    try {
      await applyMigrations();
      return await stoppable("this batch", (stopping) => importAndTell(wish, stopping));
    } finally {
      await closeDatabase();
    }
  });
}

/** Why a file cannot be imported, before anything is started for it; null when nothing speaks against it. */
async function obstacleTo(path: string): Promise<string | null> {
  try {
    if ((await stat(path)).isDirectory()) return `${path} is a folder; name a file in it.`;
    await access(path, constants.R_OK);
    return null;
  } catch {
    return `The file ${path} cannot be read.`;
  }
}

function wishOf(args: readonly string[]): Wish | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        "dry-run": { type: "boolean", default: false },
        collection: { type: "string" },
        kind: { type: "string" },
      },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return "Name one file.";
    const collection = values.collection?.trim();
    if (collection === "") return "--collection needs a name.";
    const kind = kinds.find((one) => one === values.kind) ?? null;
    if (values.kind !== undefined && kind === null) return `--kind is one of ${kinds.join(", ")}.`;
    if (kind === "authority" && collection !== undefined) return "An authority file goes into no collection.";
    // Paths are meant from where the person stood, not from the project's folder.
    const path = resolve(process.env["INIT_CWD"] ?? process.cwd(), file);
    return { path, isDryRun: values["dry-run"], collection: collection ?? null, kind };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function importAndTell(wish: Wish, stopping: AbortSignal): Promise<number> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const progress = startProgress(wish.isDryRun ? "Dry run" : "Import", process.stderr);
  const report = {
    ...startNotices(),
    progress: ({ lines, refused }: { readonly lines: number; readonly refused: number }) =>
      progress.note(
        `${amount(lines)} lines, ${Math.round(lines / seconds())} a second, ${amount(refused)} refused`,
      ),
  };
  const isAuthority = wish.kind === null ? await isAuthorityFile(wish.path) : wish.kind === "authority";
  const outcome = isAuthority
    ? authorityOutcome(await importAuthority({ ...wish, stopping }, report))
    : recordsOutcome(await importFile({ ...wish, stopping }, report), wish.isDryRun);
  progress.finish(`${amount(outcome.lines)} lines in ${seconds().toFixed(1)} s`);
  if (outcome.remarks.length > 0) process.stderr.write(`${outcome.remarks.join("\n")}\n`);
  if (outcome.wasStopped)
    process.stderr.write("Stopped before the end; the same command goes on from here.\n");
  process.stdout.write(`${table(outcome.counts, wish.isDryRun)}\n`);
  return outcome.isWhole && !outcome.wasStopped ? 0 : 1;
}

function startNotices(): Pick<ImportReport, "refused" | "warned"> {
  let shown = 0;
  const tell =
    (kind: string): ImportReport["refused"] =>
    ({ number, reason }) => {
      shown += 1;
      if (shown <= noticesShown) process.stderr.write(`line ${number}: ${kind}: ${reason}\n`);
      if (shown === noticesShown) process.stderr.write("Further lines are only counted.\n");
    };
  return { refused: tell("refused"), warned: tell("warning") };
}

type Counts = readonly (readonly [label: string, count: number])[];

/** What is told of an import when it is over. */
type Outcome = {
  readonly lines: number;
  readonly counts: Counts;
  readonly remarks: readonly string[];
  readonly isWhole: boolean;
  readonly wasStopped: boolean;
};

const ignoredCounts = (ignored: Readonly<Record<string, number>>): Counts =>
  Object.entries(ignored).map(([field, count]) => [`field passed over: ${field}`, count]);

/** The first names of a list, and how many more there are. */
function firstOf(names: readonly string[]): string {
  const more = names.length - namesShown;
  return names.slice(0, namesShown).join(", ") + (more > 0 ? ` and ${amount(more)} more` : "");
}

function recordsOutcome(summary: ImportSummary, isDryRun: boolean): Outcome {
  const { damage, absent } = summary;
  return {
    lines: summary.lines,
    wasStopped: summary.wasStopped,
    isWhole: summary.refused === 0 && damage === null,
    remarks: [
      ...(damage ? [`${damage} What was read before is ${isDryRun ? "counted" : "kept"}.`] : []),
      ...(absent.length > 0 ? [`Related, but not in the archive: ${firstOf(absent)}.`] : []),
    ],
    counts: [
      ["created", summary.created],
      ["changed", summary.changed],
      ["unchanged", summary.unchanged],
      ["edited here, left alone", summary.kept],
      ["refused", summary.refused],
      ["warnings", summary.warnings],
      ["relations", summary.relations],
      ["relations to absent records", summary.unresolved],
      ...Object.entries(summary.authorities).map(([kind, count]) => [`new: ${kind}`, count] as const),
      ...ignoredCounts(summary.ignored),
    ],
  };
}

function authorityOutcome(summary: AuthoritySummary): Outcome {
  const { matched } = summary;
  return {
    lines: summary.lines,
    wasStopped: summary.wasStopped,
    isWhole: summary.refused === 0,
    remarks:
      matched.length > 0
        ? [`Found here by name: ${firstOf(matched.map(({ name, here }) => `${name} = ${here}`))}.`]
        : [],
    counts: [
      ["created", summary.created],
      ["changed", summary.changed],
      ["unchanged", summary.unchanged],
      ["refused", summary.refused],
      ["found by name", matched.length],
      ["joined with entries that records had made", summary.merged],
      ["records indexed anew", summary.reindexed],
      ...ignoredCounts(summary.ignored),
    ],
  };
}

function table(counts: Counts, isDryRun: boolean): string {
  // ru_maxrss is in KiB on Linux and macOS alike, as Node.js gives it.
  const memory = ["peak memory, MiB", Math.round(process.resourceUsage().maxRSS / 1024)] as const;
  const rows = [...counts, memory].map(
    ([label, count]) => `  ${label.padEnd(42)}${count.toLocaleString("en").padStart(10)}`,
  );
  return [isDryRun ? "Nothing was stored. An import would give:" : "Imported:", ...rows].join("\n");
}
