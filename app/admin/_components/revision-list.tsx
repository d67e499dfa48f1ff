import type { RevisionAction } from "@/lib/archive/vocabulary";
import { Moment } from "./moment";
import styles from "../desk.module.css";

type Words = readonly string[];
type Properties = {
  revisions: readonly {
    id: number;
    version: number;
    action: RevisionAction;
    by: string | null;
    note: string | null;
    createdAt: Date;
    changes: readonly { label: string; before: Words; after: Words }[];
  }[];
  /** The level of their headings. */
  level?: 2 | 3;
};

/** What happened to a described thing, latest first: who, when, why, and each field before and after. */
export function RevisionList({ revisions, level = 2 }: Properties) {
  const Heading = `h${level}` as const;
  if (revisions.length === 0) return <p className={styles.empty}>No change is on file.</p>;
  return (
    <ol className={styles.changes}>
      {revisions.map(({ id, version, action, by, note, createdAt, changes }) => (
        <li key={id}>
          <Heading>
            Version {version}: {action} by {by ?? "the archive"}, <Moment at={createdAt} />
          </Heading>
          {note ? <p>{note}</p> : null}
          {changes.length > 0 ? (
            <div className={styles.scroller}>
              <table className={styles.table} data-stacked="">
                <caption className="visually-hidden">Fields changed in version {version}</caption>
                <thead>
                  <tr>
                    <th scope="col">Field</th>
                    <th scope="col">Before</th>
                    <th scope="col">After</th>
                  </tr>
                </thead>
                <tbody>
                  {changes.map(({ label, before, after }) => (
                    <tr key={label}>
                      <th scope="row">{label}</th>
                      <Lines side="Before" words={before} />
                      <Lines side="After" words={after} />
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function Lines({ side, words }: { side: string; words: Words }) {
  return (
    <td data-side={side}>
      {words.length === 0 ? <span className={styles.quiet}>empty</span> : null}
      {words.map((line, index) => (
        <div key={index}>{line}</div>
      ))}
    </td>
  );
}
