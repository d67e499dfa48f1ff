import { DateText } from "@/app/_components/date-text";
import type { MeetingRecord } from "@/lib/records/related";
import styles from "./meeting-timeline.module.css";

/** The records of one meeting in the order of their dates, this record among them. */
export function MeetingTimeline({ meeting }: { meeting: readonly MeetingRecord[] }) {
  const notes = [...new Set(meeting.flatMap(({ note }) => note ?? []))];
  return (
    <section aria-labelledby="meeting">
      <h2 id="meeting">Records of the same meeting</h2>
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      <ol role="list" className={styles.timeline}>
        {meeting.map(({ href, title, date, isThis }) => (
          <li key={href} className={isThis ? styles.current : undefined}>
            <p className={styles.date}>{date ? <DateText date={date} /> : "Undated"}</p>
            {isThis ? (
              <p aria-current="true">
                {title} <span className={styles.mark}>This record</span>
              </p>
            ) : (
              <p>
                <a href={href}>{title}</a>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
