import type { Measured, Row } from "./measure";

/** Goals of the project, in the units the table shows. */
const goals = {
  keptPageMs: 0.6,
  uncachedRecordMs: 5,
  searchAboveEngineMs: 10,
  firstLoadKb: 110,
  memoryMiB: 900,
} as const;

const cell = (value: string | number, width: number) => String(value).padStart(width);

const milliseconds = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0));

function line({ name, connections, load, cpu }: Row): string {
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

const heading = [
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

/** The dearest CPU time of the web server for one answer of a page, over all numbers of connections. */
function dearest(
  rows: readonly Row[],
  name: string,
  of: (row: Row) => number = ({ cpu }) => cpu.server,
): number {
  return Math.max(0, ...rows.filter((row) => row.name === name && row.load.requests > 0).map(of));
}

const everything = ({ cpu }: Row) => cpu.server + cpu.database + cpu.engine;

function againstGoals({ rows, firstLoad, memory }: Measured): string[] {
  const kept = Math.max(
    ...["home", "collection, first page", "collection, last page", "record, kept"].map((name) =>
      dearest(rows, name),
    ),
  );
  const engine = dearest(rows, "engine alone, 50 queries", everything);
  const search = dearest(rows, "search, 50 queries", everything);
  const all = memory.server + memory.database + memory.engine;
  const goal = (name: string, reached: number, limit: number, unit: string) =>
    `  ${name.padEnd(52)}${reached.toFixed(2).padStart(9)} ${unit.padEnd(4)} goal ${limit} ${unit}: ${reached <= limit ? "reached" : "missed"}`;
  return [
    goal("a kept page, dearest, CPU", kept, goals.keptPageMs, "ms"),
    goal(
      "a record page made anew, dearest, CPU of the web server",
      dearest(rows, "record, made anew"),
      goals.uncachedRecordMs,
      "ms",
    ),
    ...(engine > 0
      ? [goal("a search page above the engine alone, CPU", search - engine, goals.searchAboveEngineMs, "ms")]
      : []),
    goal(
      `first-load JavaScript of a record page, ${firstLoad.files} files, gzip`,
      firstLoad.gzipBytes / 1000,
      goals.firstLoadKb,
      "kB",
    ),
    goal("memory of all processes after load, PSS", all, goals.memoryMiB, "MiB"),
  ];
}

/** The figures of one archive as a table, with the goals below it. CPU is milliseconds of processor time for each answer. */
export function tableOf(measured: Measured): string {
  const { archive, records, pageBytes, rows, memory } = measured;
  return [
    `${archive}: ${records.toLocaleString("en")} records; the record page has ${pageBytes.toLocaleString("en")} bytes`,
    heading,
    ...rows.map(line),
    "",
    ...againstGoals(measured),
    `  memory, PSS: web ${memory.server.toFixed(0)}, PostgreSQL ${memory.database.toFixed(0)}, Meilisearch ${memory.engine.toFixed(0)} MiB`,
  ].join("\n");
}
