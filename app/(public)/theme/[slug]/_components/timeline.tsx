import { DateText } from "@/app/_components/date-text";
import { countOf } from "@/lib/archive/counts";
import { placeHref } from "@/lib/archive/hrefs";
import { documentsOf, timelinePicture, type ThemeEvent } from "@/lib/themes/view";
import { TimelinePicture } from "./timeline-picture";
import styles from "./timeline.module.css";

/** What happened, in order of time, with the documents that attest it and those dated around it. */
export function Timeline({ events }: { events: readonly ThemeEvent[] }) {
  if (events.length === 0) return null;
  const picture = timelinePicture(events);
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">Timeline</h2>
      {picture ? <TimelinePicture picture={picture} /> : null}
      <ol role="list" className={styles.timeline}>
        {events.map((event) => (
          <li key={event.anchor} id={event.anchor}>
            <p className={styles.date}>
              <span className={styles.number}>{event.number}</span>{" "}
              {event.date ? <DateText date={event.date} /> : "Undated"}
            </p>
            <div className={styles.event}>
              <h3>
                <a href={`#${event.anchor}`}>{event.title}</a>
              </h3>
              {event.description ? <p>{event.description}</p> : null}
              {event.place ? (
                <p className={styles.link}>
                  <a href={placeHref(event.place.slug)}>{event.place.name}</a>
                </p>
              ) : null}
              <EventDocuments event={event} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function EventDocuments({ event }: { event: ThemeEvent }) {
  const documents = documentsOf(event);
  if (documents.length === 0) return null;
  return (
    <>
      <p className={styles.label}>Documents around it</p>
      <ul role="list" className={styles.documents}>
        {documents.map(({ href, title, date }) => (
          <li key={href}>
            <a href={href}>{title}</a>{" "}
            {date ? (
              <small>
                <DateText date={date} isWithinLine />
              </small>
            ) : (
              <small>attests it</small>
            )}
          </li>
        ))}
        {event.more > 0 ? <li>and {countOf(event.more, "more record")} of these days</li> : null}
      </ul>
    </>
  );
}
