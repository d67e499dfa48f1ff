import { DateText } from "@/app/_components/date-text";
import { EmptyState } from "@/app/_components/empty-state";
import { numberInWords } from "@/lib/archive/counts";
import type { loadFindingAid } from "@/lib/collections/loaders";
import styles from "./finding-aid.module.css";

type Properties = { containers: Awaited<ReturnType<typeof loadFindingAid>>["containers"] };

/** The records of a collection in their order, with where their originals are. */
export function ContainerList({ containers }: Properties) {
  return (
    <section aria-labelledby="containers" className={styles.area}>
      <h2 id="containers">Records</h2>
      {containers.length === 0 ? <EmptyState title="No published records yet" /> : null}
      {containers.length > 0 ? (
        <table className={styles.containers}>
          <caption className="visually-hidden">Records in their order</caption>
          <thead>
            <tr>
              <th scope="col">No.</th>
              <th scope="col">Date</th>
              <th scope="col">Title</th>
              <th scope="col">Reference of the original</th>
            </tr>
          </thead>
          <tbody>
            {containers.map(({ href, number, title, date, references }) => (
              <tr key={href}>
                <td>{numberInWords(number)}</td>
                <td>{date ? <DateText date={date} /> : "Undated"}</td>
                <th scope="row">
                  <a href={href}>{title}</a>
                </th>
                <td>{references.join("; ") || "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}
