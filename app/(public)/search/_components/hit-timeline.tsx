import { DateText } from "@/app/_components/date-text";
import { shownDate } from "@/lib/archive/listed-record";
import { hitHref } from "@/lib/search/hit-view";
import type { SearchHit } from "@/lib/search/results";
import { timelineOf } from "@/lib/search/timeline-view";
import styles from "./hit-timeline.module.css";
import { Marked, Told } from "./told";

/** The hits along a line of time, by year and month, each with its date in the margin. */
export function HitTimeline({ hits }: { hits: readonly SearchHit[] }) {
  return (
    <div className={styles.timeline}>
      {timelineOf(hits).map((year) => (
        <section key={year.label} className={styles.year}>
          <h3>{year.label}</h3>
          {year.months.map((month) => (
            <section key={month.label ?? ""}>
              {month.label === null ? null : <h4>{month.label}</h4>}
              <ol role="list">
                {month.hits.map((hit) => (
                  <Moment key={hit.id} hit={hit} />
                ))}
              </ol>
            </section>
          ))}
        </section>
      ))}
    </div>
  );
}

function Moment({ hit }: { hit: SearchHit }) {
  const date = shownDate(hit);
  return (
    <li className={styles.moment}>
      <p className={styles.date}>{date ? <DateText date={date} /> : null}</p>
      <div className={styles.body}>
        <p className={styles.title}>
          <a href={hitHref(hit)}>
            <Marked fragments={hit.title} />
          </a>
        </p>
        {hit.snippet ? (
          <p className={styles.told}>
            <Told passage={hit.snippet} />
          </p>
        ) : null}
      </div>
    </li>
  );
}
