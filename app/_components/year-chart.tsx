import { countOf } from "@/lib/archive/counts";
import { yearInWords } from "@/lib/archive/day-number";
import { CountBars } from "./count-bars";
import styles from "./year-chart.module.css";

type Properties = {
  /** The years that have records, in order; not the undated ones. */
  years: readonly { year: number; records: number }[];
  /** The list narrowed to a year. */
  hrefOf: (year: number) => string;
  /** The year that the list is narrowed to. */
  current: number | null;
};

const width = 1000;
const height = 110;
/** More years than this make columns too thin to be told apart; then the list alone is drawn. */
const mostColumns = 120;

/** Records over time: a column for each year, each a link to the records of that year, and the same as a list. */
export function YearChart({ years, hrefOf, current }: Properties) {
  const first = years[0]?.year ?? 0;
  const count = (years.at(-1)?.year ?? first) - first + 1;
  if (years.length < 2) return null;
  const most = Math.max(...years.map(({ records }) => records));
  const step = Math.min(60, width / count);
  const bars = years.map(({ year, records }) => ({
    href: hrefOf(year),
    label: yearInWords(year),
    records,
    isCurrent: year === current,
  }));
  return (
    <>
      {count > mostColumns ? null : (
        <svg
          className={styles.chart}
          viewBox={`0 0 ${round(step * count)} ${height + 18}`}
          role="group"
          aria-label="Records by year"
          data-few={count < 12 ? "" : undefined}
        >
          {years.map(({ year, records }) => {
            const x = round((year - first) * step);
            const size = Math.max(2, (records / most) * height);
            return (
              <a
                key={year}
                href={hrefOf(year)}
                aria-label={`${yearInWords(year)}: ${countOf(records, "record")}`}
                aria-current={year === current ? "true" : undefined}
                className={styles.year}
              >
                <rect className={styles.reach} x={x} width={round(step)} height={height} />
                <rect
                  className={styles.column}
                  x={round(x + step * 0.12)}
                  y={round(height - size)}
                  width={round(step * 0.76)}
                  height={round(size)}
                />
              </a>
            );
          })}
          <path className={styles.base} d={`M0 ${height}H${round(step * count)}`} />
          {labelledYears(first, count).map((year) => (
            <text
              key={year}
              aria-hidden="true"
              className={styles.label}
              x={round((year - first + 0.5) * step)}
              y={height + 15}
              textAnchor="middle"
            >
              {yearInWords(year)}
            </text>
          ))}
        </svg>
      )}
      <details className={styles.list}>
        <summary>Years as a list</summary>
        <CountBars bars={bars} />
      </details>
    </>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

/** As many years of the axis as have room: every one, or every fifth, tenth and so on. */
function labelledYears(first: number, count: number): number[] {
  const every = [1, 2, 5, 10, 20].find((each) => count / each <= 16) ?? 50;
  return Array.from({ length: count }, (_, index) => first + index).filter((year) => year % every === 0);
}
