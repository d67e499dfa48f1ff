import { shownDate } from "@/lib/archive/listed-record";
import type { CurationRow } from "@/lib/curation/view";
import { StatusMark } from "./status-mark";
import { Moment } from "./moment";
import styles from "../desk.module.css";

/** Records as curators list them; the title leads to the form. */
export function RecordTable({ rows, caption }: { rows: readonly CurationRow[]; caption: string }) {
  return (
    <table className={styles.table} data-stacked="">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Title</th>
          <th scope="col">Date</th>
          <th scope="col">Status</th>
          <th scope="col">Last saved</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <a href={`/admin/records/${row.id}`}>{row.title}</a>
            </td>
            <td>{shownDate(row)?.words ?? "undated"}</td>
            <td>
              <StatusMark status={row.status} />
            </td>
            <td>
              <Moment at={row.updatedAt} /> {row.updatedBy ? `by ${row.updatedBy}` : ""}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
