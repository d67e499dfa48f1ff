import type { ReactNode } from "react";
import type { ShownDate } from "@/lib/archive/listed-record";
import { DateText } from "./date-text";
import styles from "./record-list.module.css";

type Entry = {
  readonly href: string;
  /** Plain words, or words with the marks of a search. */
  readonly title: ReactNode;
  readonly date: ShownDate | null;
  readonly summary?: ReactNode;
  /** A quiet line below: type, people. */
  readonly note?: ReactNode;
  /** What may be opened below the rest. */
  readonly more?: ReactNode;
};

type Properties = {
  records: readonly Entry[];
  /** The level that the titles have among the page's headings. */
  level?: 2 | 3 | 4;
};

/** Records in their order, each with its date hanging in the margin. */
export function RecordList({ records, level = 3 }: Properties) {
  const Title = `h${level}` as const;
  return (
    <ol role="list" className={styles.list}>
      {records.map(({ href, title, date, summary, note, more }) => (
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
            {more}
          </div>
        </li>
      ))}
    </ol>
  );
}
