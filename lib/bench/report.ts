import type { Measured, Row } from "./measure";

/** Goals of the project, in the units the table shows. */
const goals = {
  keptPageMs: 0.6,
  uncachedRecordMs: 5,
  searchAboveEngineMs: 10,
  firstLoadKb: 110,
  memoryMiB: 900,
} as const;

export const cell = (value: string | number, width: number) => String(value).padStart(width);

export const milliseconds = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0));

/** One row of figures under `rowHeading`. */
export function rowLine({ name, connections, load, cpu }: Row): string {
  return [
    name.padEnd(26),
    cell(connections, 5),
    cell(Math.round(load.perSecond).toLocaleString("en"), 9),
    cell(milliseconds(load.p50), 8),
    cell(milliseconds(load.p95), 8),
    cell(milliseconds(load.p99), 8),
    cell(cpu.server.toFixed(3), 9),
    cell(cpu.database.toFixed(3), 9),
    cell(cpu.engine.toFixed(3), 9),
    load.failures > 0 ? `  ${load.failures} failed` : "",
  ].join("");
}

export const rowHeading = [
  "".padEnd(26),
  cell("conn.", 5),
  cell("req/s", 9),
  cell("p50 ms", 8),
  cell("p95 ms", 8),
  cell("p99 ms", 8),
  cell("CPU web", 9),
  cell("CPU pg", 9),
  cell("CPU meili", 10),
].join("");

const everything = ({ cpu }: Row) => cpu.server + cpu.database + cpu.engine;

/**
 * The highest CPU time of one answer of any of the pages, over all numbers of connections; null unless all were measured without
 * a failure, since a refusal is cheap.
 */
function dearest(
  rows: readonly Row[],
  names: readonly string[],
  of: (row: Row) => number = ({ cpu }) => cpu.server,
): number | null {
  const mine = rows.filter(({ name }) => names.includes(name));
  const isSound = mine.length > 0 && mine.every(({ load }) => load.requests > 0 && load.failures === 0);
  return isSound ? Math.max(...mine.map(of)) : null;
}

const difference = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);

/** A goal and what was reached of it; null where that could not be measured. */
export function goalLine(name: string, reached: number | null, limit: number, unit: string): string {
  const outcome = reached === null ? "not measured" : reached <= limit ? "reached" : "missed";
  const figure = reached === null ? "–" : reached.toFixed(2);
  return `  ${name.padEnd(58)}${cell(figure, 9)} ${unit.padEnd(4)} goal ${limit} ${unit}: ${outcome}`;
}

function againstGoals({ rows, firstLoad, memory }: Measured): string[] {
  const kept = ["home", "collection, first page", "collection, last page", "record, kept"];
  const search = dearest(rows, ["search, 50 queries"], everything);
  const engine = dearest(rows, ["engine alone, 50 queries"], everything);
  const allMemory = memory.server + memory.database + memory.engine;
  return [
    goalLine("a kept page, dearest, CPU of the web server", dearest(rows, kept), goals.keptPageMs, "ms"),
    goalLine(
      "a record page made anew, dearest, CPU of the web server",
      dearest(rows, ["record, made anew"]),
      goals.uncachedRecordMs,
      "ms",
    ),
    goalLine(
      "a search page above the engine alone, CPU of all",
      difference(search, engine),
      goals.searchAboveEngineMs,
      "ms",
    ),
    goalLine(
      `first-load JavaScript of a record page, ${firstLoad.files} files, gzip`,
      firstLoad.gzipBytes / 1000,
      goals.firstLoadKb,
      "kB",
    ),
    goalLine("memory of all processes after load, PSS", allMemory, goals.memoryMiB, "MiB"),
  ];
}

/** The figures of one archive as a table, with the goals below it. CPU is milliseconds of processor time for each answer. */
export function tableOf(measured: Measured): string {
  const { archive, records, pageBytes, rows, memory } = measured;
  return [
    `${archive}: ${records.toLocaleString("en")} records; the record page has ${pageBytes.toLocaleString("en")} bytes`,
    rowHeading,
    ...rows.map(rowLine),
    "",
    ...againstGoals(measured),
    `  memory, PSS: web ${memory.server.toFixed(0)}, PostgreSQL ${memory.database.toFixed(0)}, Meilisearch ${memory.engine.toFixed(0)} MiB`,
  ].join("\n");
}
