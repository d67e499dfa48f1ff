import type { ReactNode } from "react";
import { DateText, type ShownDate } from "./date-text";
import styles from "./record-list.module.css";

export type ListedRecord = {
  readonly href: string;
  readonly title: ReactNode;
  readonly date: ShownDate | null;
  readonly summary?: ReactNode;
  /** A quiet line below: type, people. */
  readonly note?: ReactNode;
};

type Properties = {
  records: readonly ListedRecord[];
  /** The level that the titles have among the page's headings. */
  level?: 2 | 3;
};

/** Records in their order, each with its date hanging in the margin. */
export function RecordList({ records, level = 3 }: Properties) {
  const Title = level === 2 ? "h2" : "h3";
  return (
    <ol role="list" className={styles.list}>
      {records.map(({ href, title, date, summary, note }) => (
        <li key={href} className={styles.record}>
          <p className={styles.date}>
            {date ? <DateText date={date} /> : <span className={styles.undated}>Undated</span>}
          </p>
          <div className={styles.body}>
            <Title className={styles.title}>
              <a href={href}>{title}</a>
            </Title>
            {summary ? <p className={styles.summary}>{summary}</p> : null}
            {note ? <p className={styles.note}>{note}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
