import { countOf } from "@/lib/archive/counts";
import { yearInWords } from "@/lib/archive/day-number";
import styles from "./years-picture.module.css";

/** Years drawn one by one; a longer time is drawn by decades. */
const mostBars = 160;
const height = 40;

type Properties = { years: readonly { year: number; records: number }[] };

/** How the records lie in time, as a picture that leads to the years. */
export function YearsPicture({ years }: Properties) {
  const first = years[0]?.year;
  const last = years.at(-1)?.year;
  if (first === undefined || last === undefined || first === last) return null;
  const step = last - first < mostBars ? 1 : Math.ceil((last - first + 1) / mostBars / 10) * 10;
  const start = Math.floor(first / step) * step;
  const bars = Array.from({ length: Math.floor((last - start) / step) + 1 }, () => 0);
  for (const { year, records } of years) {
    const place = Math.floor((year - start) / step);
    bars[place] = (bars[place] ?? 0) + records;
  }
  const most = Math.max(...bars);
  const busiest = years.reduce((best, row) => (row.records > best.records ? row : best));
  return (
    <figure className={styles.chart}>
      <a href="/years">
        <svg viewBox={`0 0 ${bars.length * 4} ${height}`} preserveAspectRatio="none" aria-hidden="true">
          {bars.map((records, index) => {
            const tall = records === 0 ? 0 : Math.max(0.8, (height * records) / most);
            return (
              <rect key={start + index * step} x={index * 4} y={height - tall} width="3" height={tall} />
            );
          })}
        </svg>
        <span className="visually-hidden">Records by year, </span>
        <span className={styles.scale}>
          <span>{yearInWords(first)}</span>
          <span>
            <span className="visually-hidden">to </span>
            {yearInWords(last)}
          </span>
        </span>
      </a>
      <figcaption>
        Records by year; most are of {yearInWords(busiest.year)}: {countOf(busiest.records, "record")}
      </figcaption>
    </figure>
  );
}
