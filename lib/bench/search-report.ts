import type { MeasuredEdits } from "./edits";
import type { Row } from "./measure";
import type { Group, Usage } from "./processes";
import { cell, goalLine, milliseconds, rowHeading, rowLine } from "./report";
import type { MeasuredReindex } from "./reindexing";
import type { MeasuredSearch, SearchRow } from "./search-load";

/** All that is measured of search. */
export type SearchFigures = {
  readonly small: MeasuredSearch;
  readonly large: MeasuredSearch;
  readonly reindex: MeasuredReindex;
  readonly edits: MeasuredEdits;
};

/** Times that an answer may take of the engine's own, and of its own time in the small archive; how soon an edit must be found. */
const goals = { p50: 2, p95: 3, growth: 3, findableMs: 1_000 } as const;

const names = { engine: "engine alone", json: "archive, JSON", page: "archive, page" } as const;
const answers = ["json", "page"] as const;
type Quantile = "p50" | "p95";
const quantiles = ["p50", "p95"] as const;

const times = (value: number) => value.toFixed(2);

/** How many times longer an answer took than another; infinite where there was none to compare with. */
const ratio = (row: Row, other: Row, quantile: Quantile): number =>
  other.load[quantile] > 0 ? row.load[quantile] / other.load[quantile] : Infinity;

const headline = ({ isNarrowed }: SearchRow) =>
  isNarrowed ? "a collection and years chosen" : "words alone";

/** The figures of one archive as a table: each row of answers with how many times longer they took than the engine's. */
export function searchTable({ archive, records, questionsEach, rows }: MeasuredSearch): string {
  const lines = rows.flatMap((row, index) => {
    const { engine, json, page } = row.figures;
    const compared = [json, page].map((each) =>
      [
        rowLine(named(each)),
        ...quantiles.map((quantile) => cell(times(ratio(each, engine, quantile)), 9)),
      ].join(""),
    );
    const isFirst = rows[index - 1]?.isNarrowed !== row.isNarrowed;
    return [...(isFirst ? [headline(row)] : []), rowLine(named(engine)), ...compared];
  });
  return [
    `${archive}, ${records.toLocaleString("en")} with the seed; ${questionsEach} questions a row`,
    `${rowHeading}${cell("p50 ×", 9)}${cell("p95 ×", 9)}`,
    ...lines,
  ].join("\n");
}

const named = (row: Row): Row => ({ ...row, name: `  ${names[nameOf(row)]}` });

const nameOf = ({ name }: Row): keyof typeof names => answers.find((answer) => answer === name) ?? "engine";

/** How many times longer answers take in the large archive than in the small one. */
function growthTable({ small, large }: SearchFigures): string[] {
  const lines = large.rows.flatMap((row, index) => {
    const before = small.rows[index];
    if (!before) return [];
    return (["engine", ...answers] as const).map((subject) => {
      const [now, then] = [row.figures[subject], before.figures[subject]];
      const cells = quantiles.flatMap((quantile) => [
        cell(milliseconds(then.load[quantile]), 9),
        cell(milliseconds(now.load[quantile]), 9),
        cell(times(ratio(now, then, quantile)), 8),
      ]);
      const name = `  ${names[subject]}${row.isNarrowed ? ", chosen" : ""}`;
      return `${name.padEnd(26)}${cell(row.connections, 5)}${cells.join("")}`;
    });
  });
  const heading = ["p50 ms", "large", "times", "p95 ms", "large", "times"];
  return [
    `Growth from ${small.records.toLocaleString("en")} to ${large.records.toLocaleString("en")} records`,
    `${"".padEnd(26)}${cell("conn.", 5)}${heading.map((word) => cell(word, word === "times" ? 8 : 9)).join("")}`,
    ...lines,
  ];
}

const seconds = (value: number) => value.toFixed(value < 10 ? 1 : 0);
const mebibytes = (bytes: number) => Math.round(bytes / 2 ** 20).toLocaleString("en");

function reindexLines({ stages, peak, disk }: MeasuredReindex): string[] {
  const part = (name: string, of: MeasuredReindex["stages"]) => {
    const taken = of.reduce((sum, stage) => sum + stage.seconds, 0);
    const records = Math.max(0, ...of.map((stage) => stage.records));
    const rate = Math.round(records / Math.max(taken, 0.001)).toLocaleString("en");
    return `  ${name.padEnd(44)}${cell(seconds(taken), 8)} s${cell(rate, 10)} records/s`;
  };
  const own = stages.filter(({ stage }) => stage !== "documents");
  return [
    `Full reindex of ${Math.max(0, ...stages.map(({ records }) => records)).toLocaleString("en")} records`,
    part("all", stages),
    part("PostgreSQL's own part", own),
    ...own.map((stage) => part(stage.stage === "vectors" ? "  words and passages" : "  postings", [stage])),
    part(
      "the engine's part",
      stages.filter(({ stage }) => stage === "documents"),
    ),
    ...memoryLines("peak memory", { ...words, server: "rebuilding process" }, peak),
    `  CPU: rebuilding process ${seconds(peak.server.cpuMs / 1000)} s, PostgreSQL ${seconds(peak.database.cpuMs / 1000)} s, Meilisearch ${seconds(peak.engine.cpuMs / 1000)} s`,
    `  on disk: database ${mebibytes(disk.database)} MiB, of it for search ${mebibytes(disk.search)} MiB; Meilisearch ${mebibytes(disk.engine)} MiB`,
  ];
}

const words = { server: "web", database: "PostgreSQL", engine: "Meilisearch" } as const;

function memoryLines(
  title: string,
  names: Readonly<Record<Group, string>>,
  memory: Readonly<Record<Group, Usage>>,
): string[] {
  const figures = (["server", "database", "engine"] as const).map((group) => {
    const { pssMiB, ownMiB } = memory[group];
    return `${names[group]} ${pssMiB.toFixed(0)} (${ownMiB.toFixed(0)})`;
  });
  return [`  ${title}, MiB, PSS (without mapped files): ${figures.join(", ")}`];
}

function editLines({ edits, perSecond, failures, archive, engine }: MeasuredEdits): string[] {
  const line = (name: string, { p50, p95, slowest }: MeasuredEdits["archive"]) =>
    `  ${name.padEnd(44)}p50 ${milliseconds(p50)} ms, p95 ${milliseconds(p95)} ms, slowest ${milliseconds(slowest)} ms`;
  return [
    `${edits} edits, ${perSecond} a second, from commit until found${failures > 0 ? `; ${failures} failed` : ""}`,
    line("by the archive's search", archive),
    line("by the engine's index", engine),
  ];
}

type Goal = {
  readonly name: string;
  readonly reached: number | null;
  readonly limit: number;
  readonly unit: string;
};

/** The goals, each against the worst that was reached; null where something failed, since a refusal is quick. */
function goalsOf({ small, large, edits }: SearchFigures): Goal[] {
  const failures = [...small.rows, ...large.rows].some(({ figures }) =>
    Object.values(figures).some(({ load }) => load.failures > 0 || load.requests === 0),
  );
  const worst = (values: readonly number[]) => (failures ? null : Math.max(...values));
  const ofAll = (of: (row: SearchRow, answer: (typeof answers)[number], index: number) => number) =>
    worst(large.rows.flatMap((row, index) => answers.map((answer) => of(row, answer, index))));
  return [
    ...quantiles.map((quantile) => ({
      name: `${quantile} of answers, against the engine's, all records, worst`,
      reached: ofAll(({ figures }, answer) => ratio(figures[answer], figures.engine, quantile)),
      limit: goals[quantile],
      unit: "×",
    })),
    ...quantiles.map((quantile) => ({
      name: `growth of ${quantile}, worst`,
      reached: ofAll(({ figures }, answer, index) => {
        const before = small.rows[index]?.figures[answer];
        return before ? ratio(figures[answer], before, quantile) : Infinity;
      }),
      limit: goals.growth,
      unit: "×",
    })),
    ...(["archive", "engine"] as const).map((finder) => ({
      name: `p95 until an edit is found by the ${finder}`,
      reached: edits.failures > 0 ? null : edits[finder].p95,
      limit: goals.findableMs,
      unit: "ms",
    })),
  ];
}

/** Whether nothing failed and every goal was reached. */
export const reachesGoals = (figures: SearchFigures): boolean =>
  goalsOf(figures).every(({ reached, limit }) => reached !== null && reached <= limit);

/** What follows the tables of both archives: growth, reindexing, edits, memory and goals. */
export function searchSummary(figures: SearchFigures): string {
  return [
    ...growthTable(figures),
    "",
    ...reindexLines(figures.reindex),
    "",
    ...editLines(figures.edits),
    "",
    "Memory after the searches",
    ...memoryLines(figures.small.archive, words, figures.small.memory),
    ...memoryLines(figures.large.archive, words, figures.large.memory),
    "",
    "Goals",
    ...goalsOf(figures).map(({ name, reached, limit, unit }) => goalLine(name, reached, limit, unit)),
    "",
    ...note,
  ].join("\n");
}

const note = [
  "Each row has its own questions, of one to four words, made by rule from the records. Each is asked once of the three in turn, half of them",
  "in one order and half in the other; answers that the archive keeps are forgotten in between. Before the first row a thousand others are",
  "asked of all three, so that their code is compiled; the database has been vacuumed and analyzed. CPU is milliseconds of processor time",
  "for each answer.",
];
