import type { CurationRow } from "@/lib/curation/view";
import { RecordTable } from "./record-table";
import styles from "../desk.module.css";

type Properties = {
  title: string;
  list: { rows: readonly CurationRow[]; total: number };
  /** The whole list. */
  href: string;
};

/** The beginning of one list of the desk, and the way to the rest. */
export function WorkSection({ title, list, href }: Properties) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {list.total === 0 ? (
        <p className={styles.empty}>Nothing here.</p>
      ) : (
        <RecordTable rows={list.rows} caption={title} />
      )}
      {list.total > list.rows.length ? (
        <p className={styles.quiet}>
          <a href={href}>
            All {list.total} <span className="visually-hidden">of {title}</span>
          </a>
        </p>
      ) : null}
    </section>
  );
}
