import { countOf } from "@/lib/archive/counts";
import styles from "./counted-list.module.css";

type Entry = {
  readonly href: string;
  readonly name: string;
  /** What tells it from others of its name. */
  readonly description: string | null;
  /** Another name under which it stands in this list. */
  readonly called?: string | null;
  readonly records: number;
};

/** Headings of one kind in a list, each with how many records it leads to. Draws nothing when there are none. */
export function CountedList({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul role="list" className={styles.list}>
      {entries.map(({ href, name, description, called, records }) => (
        <li key={href}>
          <p>
            {called ? <span className={styles.called}>{called} → see </span> : null}
            <a href={href}>{name}</a> <span className={styles.description}>{description}</span>
          </p>
          <p className={styles.count}>{countOf(records, "record")}</p>
        </li>
      ))}
    </ul>
  );
}
