import { DateText } from "@/app/_components/date-text";
import { placeHref, recordHref } from "@/lib/archive/hrefs";
import type { ThemeEvent } from "@/lib/themes/loaders";
import styles from "./timeline.module.css";

/** What happened, in order of time, with the documents that attest it. */
export function Timeline({ events }: { events: readonly ThemeEvent[] }) {
  if (events.length === 0) return null;
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">Timeline</h2>
      <ol role="list" className={styles.timeline}>
        {events.map(({ id, title, description, date, record, place }) => (
          <li key={id}>
            <p className={styles.date}>{date ? <DateText date={date} /> : "Undated"}</p>
            <div className={styles.event}>
              <h3>{title}</h3>
              {description ? <p>{description}</p> : null}
              {place ? (
                <p className={styles.link}>
                  <a href={placeHref(place.slug)}>{place.name}</a>
                </p>
              ) : null}
              {record ? (
                <p className={styles.link}>
                  Document: <a href={recordHref(record.slug)}>{record.title}</a>
                </p>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
