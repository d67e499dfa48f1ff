import type { CompletenessCount, CoverageKind, CoverageRow } from "@/db/queries/coverage";
import type { CoverageRows, CoverageStep } from "@/lib/archive/coverage";
import { columnInWords, yearInWords } from "@/lib/archive/day-number";
import { hrefWith, languageHref, placeHref, repositoryHref, yearHref } from "@/lib/archive/hrefs";

/** What the rows can be, as readers choose them. */
export const coverageLabels: Record<CoverageRows, string> = {
  completeness: "What is here of each",
  place: "Places",
  language: "Languages",
  repository: "Archives",
};

/** A number in the table: where it leads, and how dark it is drawn, 0 to 5. */
export type CoverageCell = { readonly records: number; readonly href: string | null; readonly heat: number };

export type CoverageTable = {
  readonly columns: readonly { label: string; href: string | null }[];
  readonly rows: readonly {
    name: string;
    href: string | null;
    total: number;
    cells: readonly CoverageCell[];
  }[];
};

type Row = {
  readonly name: string;
  readonly href: string | null;
  /** By column; null gathers the undated. */
  readonly counts: ReadonlyMap<number | null, number>;
  readonly cellHref: (column: number | null) => string | null;
};

const pages: Record<CoverageKind, (key: string) => string> = {
  place: placeHref,
  language: languageHref,
  repository: repositoryHref,
};

/** What stands in the place of an entry's name for records that have only other entries, or none. */
const others: Record<CoverageKind, { readonly others: string; readonly none: string }> = {
  place: { others: "All other places", none: "No place named" },
  language: { others: "All other languages", none: "Language not given" },
  repository: { others: "All other archives", none: "Archive not named" },
};

/** Numbers of records by entry and time as a table. */
export function entryTable(
  columns: readonly number[],
  step: CoverageStep,
  by: CoverageKind,
  counted: readonly CoverageRow[],
): CoverageTable {
  const rows = new Map<string, { row: CoverageRow; counts: Map<number | null, number> }>();
  for (const row of counted) {
    const id = row.key ?? `/${row.kind}`;
    const known = rows.get(id) ?? { row, counts: new Map<number | null, number>() };
    rows.set(id, { ...known, counts: known.counts.set(row.column, row.records) });
  }
  return tableOf(
    columns,
    step,
    [...rows.values()].map(({ row: { key, name, kind }, counts }) => {
      const href = key === null ? null : pages[by](key);
      return {
        name: kind === "entry" ? name : others[by][kind],
        href,
        counts,
        cellHref: (column) => (href === null || key === null ? null : narrowed(href, by, key, column, step)),
      };
    }),
  );
}

/** A list narrowed to a year; a search for a decade; nothing leads to a century, nor to the undated records of one entry. */
function narrowed(href: string, by: CoverageKind, key: string, column: number | null, step: CoverageStep) {
  if (column === null || step > 10) return null;
  return step === 1 ? hrefWith(href, { year: column }) : hrefWith("/search", { [by]: key, decade: column });
}

/** How much is there of the records of each time, as a table. */
export function completenessTable(
  columns: readonly number[],
  step: CoverageStep,
  counted: readonly CompletenessCount[],
): CoverageTable {
  const row = (name: string, numberOf: (count: CompletenessCount) => number): Row => ({
    name,
    href: null,
    counts: new Map(counted.map((count) => [count.column, numberOf(count)])),
    cellHref: () => null,
  });
  const all = {
    ...row("All records", ({ records }) => records),
    cellHref: (column: number | null) => columnHref(column, step),
  };
  return tableOf(columns, step, [
    all,
    row("With a scan here", ({ scans }) => scans),
    row("With a scan elsewhere", ({ scansElsewhere }) => scansElsewhere),
    row("With a transcript", ({ transcripts }) => transcripts),
    row("With a translation", ({ translations }) => translations),
    row("Described only", ({ bare }) => bare),
  ]);
}

function columnHref(column: number | null, step: CoverageStep): string | null {
  if (column === null) return yearHref("undated");
  if (step === 1) return yearHref(column);
  return step === 10 ? `/years#decade${column}` : null;
}

/** A stretch of empty columns longer than this is told in one. */
const mostEmpty = 2;

/** Columns side by side that share one in the table; only empty ones do. */
type Stretch = { readonly first: number; readonly last: number };

/** The columns of a table, long empty times gathered; single years always stand for themselves. */
function stretchesOf(columns: readonly number[], step: CoverageStep, filled: ReadonlySet<number | null>) {
  const stretches: Stretch[] = [];
  const empty: number[] = [];
  const close = () => {
    const [first, last] = [empty[0], empty.at(-1)];
    if (first !== undefined && last !== undefined && empty.length > mostEmpty)
      stretches.push({ first, last });
    else stretches.push(...empty.map((column) => ({ first: column, last: column })));
    empty.length = 0;
  };
  for (const column of columns) {
    if (step > 1 && !filled.has(column)) empty.push(column);
    else {
      close();
      stretches.push({ first: column, last: column });
    }
  }
  close();
  return stretches;
}

function stretchInWords({ first, last }: Stretch, step: CoverageStep): string {
  if (first === last) return columnInWords(first, step);
  return step === 10 && first > 0
    ? `${first}s–${last}s`
    : `${yearInWords(first)}–${yearInWords(last + step - 1)}`;
}

function tableOf(columns: readonly number[], step: CoverageStep, rows: readonly Row[]): CoverageTable {
  const filled = new Set(
    rows.flatMap(({ counts }) => [...counts].flatMap(([column, records]) => (records > 0 ? [column] : []))),
  );
  const shown = [...stretchesOf(columns, step, filled), ...(filled.has(null) ? [null] : [])];
  const most = Math.max(1, ...rows.flatMap(({ counts }) => [...counts.values()]));
  return {
    columns: shown.map((stretch) => ({
      label: stretch === null ? "Undated" : stretchInWords(stretch, step),
      // The page of all years has no place for a decade without records.
      href: filled.has(stretch?.first ?? null) ? columnHref(stretch?.first ?? null, step) : null,
    })),
    rows: rows.map(({ name, href, counts, cellHref }) => ({
      name,
      href,
      total: [...counts.values()].reduce((sum, count) => sum + count, 0),
      cells: shown.map((stretch) => {
        const column = stretch?.first ?? null;
        const records = counts.get(column) ?? 0;
        return { records, href: records > 0 ? cellHref(column) : null, heat: heatOf(records, most) };
      }),
    })),
  };
}

/** Numbers differ by thousands, so their logarithms are shown: 0 for none, then 1 to 5. */
function heatOf(records: number, most: number): number {
  if (records === 0) return 0;
  return most === 1 ? 1 : 1 + Math.round((4 * Math.log(records)) / Math.log(most));
}
