import type { AuthorityType } from "@/lib/authorities/kinds";
import styles from "../../desk.module.css";

type Properties = {
  type: AuthorityType;
  rows: readonly {
    id: number;
    name: string;
    detail: string | null;
    variants: string | null;
    records: number;
  }[];
};

/** Entries of one kind with their other names and the number of their records. */
export function EntryTable({ type, rows }: Properties) {
  return (
    <table className={styles.table} data-stacked="">
      <caption className="visually-hidden">{type.label}</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          {type.nameParts ? <th scope="col">Other names</th> : null}
          <th scope="col">About</th>
          <th scope="col">Records</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <a href={`/admin/${type.path}/${row.id}`}>{row.name}</a>
            </td>
            {type.nameParts ? <td className={styles.quiet}>{row.variants}</td> : null}
            <td className={styles.quiet}>{row.detail}</td>
            <td data-number="">{row.records.toLocaleString("en")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
