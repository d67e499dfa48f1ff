import { countOf } from "@/lib/archive/counts";
import { columnInWords, yearInWords } from "@/lib/archive/day-number";
import { yearBars, type YearBar, type YearBars } from "@/lib/archive/year-bars";
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
/** The widest a bar may be, in rem. */
const widest = 4;

/**
 * Records over time, and the same as a table: a bar a year, each a link to that year's records; of a long time a bar a decade, which
 * has no list of its own to lead to.
 */
export function YearChart({ years, hrefOf, chosen }: Properties) {
  const { step, bars } = yearBars(years);
  if (years.length < 2) return null;
  const most = Math.max(...bars.map(({ records }) => records));
  const peak = bars.find(({ records }) => records === most);
  const peakInWords = peak
    ? `Most in ${step === 1 ? "" : "the "}${columnInWords(peak.year, step)}: ${countOf(most, "record")}.`
    : null;
  return (
    <section aria-labelledby="years" className={styles.chart}>
      <h2 id="years">Records by year</h2>
      {step === 1 ? (
        <a className={`visually-hidden ${styles.skip}`} href="#years-end">
          Skip the chart
        </a>
      ) : null}
      <div className={styles.plot}>
        <svg
          width={`${bars.length * widest}rem`}
          viewBox={`0 0 ${bars.length} ${height}`}
          preserveAspectRatio="none"
          role={step === 1 ? "group" : "img"}
          aria-label={step === 1 ? "Chart of records by year" : `Chart of records over time. ${peakInWords}`}
        >
          {bars.map((bar, index) => (
            <Bar
              key={bar.year}
              bar={bar}
              step={step}
              index={index}
              most={most}
              link={step === 1 ? { href: hrefOf(bar.year), isChosen: bar.year === chosen } : null}
            />
          ))}
        </svg>
        <p className={styles.axis} aria-hidden="true">
          {[bars[0], bars[Math.floor((bars.length - 1) / 2)], bars.at(-1)].map((bar, index) => (
            <span key={index}>
              {bar && (index !== 1 || bars.length > 2) ? columnInWords(bar.year, step) : null}
            </span>
          ))}
        </p>
      </div>
      <div id="years-end" className={styles.below}>
        <p>{peakInWords}</p>
        <YearTable years={years} hrefOf={hrefOf} />
      </div>
    </section>
  );
}

type BarProperties = {
  bar: YearBar;
  step: YearBars["step"];
  /** Its place from the left. */
  index: number;
  most: number;
  /** Where it leads. */
  link: { href: string; isChosen: boolean } | null;
};

function Bar({ bar: { year, records }, step, index, most, link }: BarProperties) {
  if (records === 0) return null;
  const tall = Math.max((height * records) / most, 1);
  const words = `${columnInWords(year, step)}: ${countOf(records, "record")}`;
  const drawn = (
    <>
      <title>{words}</title>
      <rect className={styles.reach} x={index} y={0} width={1} height={height} />
      <rect className={styles.bar} x={index + 0.1} y={height - tall} width={0.8} height={tall} />
    </>
  );
  if (link === null) return <g>{drawn}</g>;
  return (
    <a href={link.href} aria-label={words} aria-current={link.isChosen ? "true" : undefined}>
      {drawn}
    </a>
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
