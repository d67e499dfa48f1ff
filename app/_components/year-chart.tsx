import { countOf } from "@/lib/archive/counts";
import { yearInWords } from "@/lib/archive/day-number";
import { yearBars, type YearBar } from "@/lib/archive/year-bars";
import styles from "./year-chart.module.css";

type Properties = {
  /** The years that have records, in order. */
  years: readonly YearBar[];
  /** The list of records narrowed to a year. */
  hrefOf: (year: number) => string;
  /** The year that the list is narrowed to. */
  chosen: number | null;
};

const height = 100;

/** Records over time: a bar a year, each a link to that year's records, and the same as a table. */
export function YearChart({ years, hrefOf, chosen }: Properties) {
  const bars = yearBars(years);
  if (years.length < 2) return null;
  const most = Math.max(...bars.map(({ records }) => records));
  const peak = bars.find(({ records }) => records === most);
  return (
    <section aria-labelledby="years" className={styles.chart}>
      <h2 id="years">Records by year</h2>
      <a className={`visually-hidden ${styles.skip}`} href="#years-end">
        Skip the chart
      </a>
      <svg
        viewBox={`0 0 ${bars.length} ${height}`}
        preserveAspectRatio="none"
        role="group"
        aria-label="Chart of records by year"
      >
        {bars.map(({ year, records }, index) => {
          const tall = (height * records) / most;
          if (records === 0) return null;
          return (
            <a
              key={year}
              href={hrefOf(year)}
              aria-label={`${yearInWords(year)}: ${countOf(records, "record")}`}
              aria-current={year === chosen ? "true" : undefined}
            >
              <title>{`${yearInWords(year)}: ${countOf(records, "record")}`}</title>
              <rect className={styles.reach} x={index} y={0} width={1} height={height} />
              <rect
                className={styles.bar}
                x={index + 0.1}
                y={height - Math.max(tall, 1)}
                width={0.8}
                height={Math.max(tall, 1)}
              />
            </a>
          );
        })}
      </svg>
      <p className={styles.axis} aria-hidden="true">
        {[bars[0], bars[Math.floor((bars.length - 1) / 2)], bars.at(-1)].map((bar, index) => (
          <span key={index}>{bar && (index !== 1 || bars.length > 2) ? yearInWords(bar.year) : null}</span>
        ))}
      </p>
      <div id="years-end" className={styles.below}>
        <p>{peak ? `Most in ${yearInWords(peak.year)}: ${countOf(most, "record")}.` : null}</p>
        <YearTable years={years} hrefOf={hrefOf} />
      </div>
    </section>
  );
}

function YearTable({ years, hrefOf }: Omit<Properties, "chosen">) {
  return (
    <details>
      <summary>The same as a table</summary>
      <table>
        <caption className="visually-hidden">Records by year</caption>
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col">Records</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, records }) => (
            <tr key={year}>
              <th scope="row">
                <a href={hrefOf(year)}>{yearInWords(year)}</a>
              </th>
              <td>{records.toLocaleString("en")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
