import type { ReactNode } from "react";
import { countOf } from "@/lib/archive/counts";
import styles from "./time-chart.module.css";

/** A time with its number of records; `href` is null for one that leads nowhere. */
type TimeBar = {
  readonly label: string;
  readonly count: number;
  readonly href: string | null;
  readonly isChosen?: boolean;
};

type Properties = {
  /** Begins the ids that the chart needs. */
  id: string;
  heading: string;
  level?: 2 | 3;
  /** One after another without a gap; a time without records is a bar without height. */
  bars: readonly TimeBar[];
  /** Lines of the table; the bars that have records, unless other ones are given. */
  rows?: readonly TimeBar[];
  /** What the first column of the table says: "Year". */
  unit: string;
  /** What else there is to say, below the chart. */
  children?: ReactNode;
  /** Stands among other things and leaves them the room. */
  isLow?: boolean;
  rel?: string;
};

const height = 100;
/** The widest a bar may be, in rem. */
const widest = 4;

/** Records over time: a bar a time, each a link to that time's records, and the same as a table. */
export function TimeChart(properties: Properties) {
  const { id, heading, level = 2, bars, rows, unit, children, isLow = false, rel } = properties;
  const Heading = `h${level}` as const;
  const most = Math.max(...bars.map(({ count }) => count));
  const peak = bars.find(({ count }) => count === most);
  const peakInWords = peak ? `Most in ${withArticle(peak.label)}: ${countOf(most, "record")}.` : null;
  const name = `Chart of ${heading.charAt(0).toLowerCase()}${heading.slice(1)}`;
  const leads = bars.some(({ href }) => href !== null);
  return (
    <section aria-labelledby={id} className={styles.chart} data-low={isLow ? "" : undefined}>
      <Heading id={id}>{heading}</Heading>
      {leads ? (
        <a className={`visually-hidden ${styles.skip}`} href={`#${id}-end`}>
          Skip the chart
        </a>
      ) : null}
      <div className={styles.plot}>
        <svg
          width={`${bars.length * widest}rem`}
          viewBox={`0 0 ${bars.length} ${height}`}
          preserveAspectRatio="none"
          role={leads ? "group" : "img"}
          aria-label={leads ? name : `${name}. ${peakInWords}`}
        >
          {bars.map((bar, index) => (
            <Bar key={bar.label} bar={bar} index={index} most={most} rel={rel} />
          ))}
        </svg>
        <p className={styles.axis} aria-hidden="true">
          {[bars[0], bars[Math.floor((bars.length - 1) / 2)], bars.at(-1)].map((bar, index) => (
            <span key={index}>{bar && (index !== 1 || bars.length > 2) ? bar.label : null}</span>
          ))}
        </p>
      </div>
      <div id={`${id}-end`} className={styles.below}>
        <p>
          {peakInWords} {children}
        </p>
        <TimeTable
          rows={rows ?? bars.filter(({ count }) => count > 0)}
          caption={heading}
          unit={unit}
          rel={rel}
        />
      </div>
    </section>
  );
}

/** "the 1960s", but "1962". */
const withArticle = (time: string) => (/(?:\ds|century)$/.test(time) ? `the ${time}` : time);

type BarProperties = {
  bar: TimeBar;
  /** Its place from the left. */
  index: number;
  most: number;
  rel: string | undefined;
};

function Bar({ bar: { label, count, href, isChosen }, index, most, rel }: BarProperties) {
  if (count === 0) return null;
  const tall = Math.max((height * count) / most, 3);
  const words = `${label}: ${countOf(count, "record")}`;
  const drawn = (
    <>
      <title>{words}</title>
      <rect className={styles.reach} x={index} y={0} width={1} height={height} />
      <rect className={styles.bar} x={index + 0.1} y={height - tall} width={0.8} height={tall} />
    </>
  );
  if (href === null) return <g>{drawn}</g>;
  return (
    <a href={href} rel={rel} aria-label={words} aria-current={isChosen ? "true" : undefined}>
      {drawn}
    </a>
  );
}

type TableProperties = {
  rows: readonly TimeBar[];
  caption: string;
  unit: string;
  rel: string | undefined;
};

function TimeTable({ rows, caption, unit, rel }: TableProperties) {
  return (
    <details>
      <summary>The same as a table</summary>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{unit}</th>
            <th scope="col">Records</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, count, href }) => (
            <tr key={label}>
              <th scope="row">
                {href === null ? (
                  label
                ) : (
                  <a href={href} rel={rel}>
                    {label}
                  </a>
                )}
              </th>
              <td>{count.toLocaleString("en")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
