import { DateText } from "@/app/_components/date-text";
import type { FileRow } from "@/lib/repositories/view";
import styles from "./folio-table.module.css";

/** The published documents of a file in the order of their folios, with what overlaps and what is missing between them. */
export function FolioTable({ rows }: { rows: readonly FileRow[] }) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">Published documents of this file</caption>
      <thead>
        <tr>
          <th scope="col">Folios</th>
          <th scope="col">Document</th>
          <th scope="col">Date</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) =>
          row.kind === "gap" ? (
            <tr key={`gap ${row.folios}`} className={styles.gap}>
              <td>{row.folios}</td>
              <td colSpan={2}>not published here</td>
            </tr>
          ) : (
            <tr key={row.anchor} id={row.anchor}>
              <td>{row.folios ?? <span className={styles.quiet}>not numbered</span>}</td>
              <td>
                <a href={row.href}>{row.title}</a>
                {row.matches.map((match) => (
                  <p key={match.anchor} className={styles.match}>
                    {match.isOverlap ? "Overlaps with " : "Possible duplicate of "}
                    <a href={`#${match.anchor}`}>{match.title}</a>
                    {match.isOverlap ? ", possible duplicate" : null}
                  </p>
                ))}
              </td>
              <td>
                {row.date ? <DateText date={row.date} /> : <span className={styles.quiet}>Undated</span>}
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
