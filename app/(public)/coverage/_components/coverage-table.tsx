import { numberInWords } from "@/lib/archive/counts";
import { relOf } from "@/lib/archive/hrefs";
import type { CoverageCell, CoverageTable as Table } from "@/lib/coverage/view";
import styles from "./coverage-table.module.css";

/** Numbers of records by time; the darker, the more. It scrolls sideways in its own frame, by keyboard too. */
export function CoverageTable({ table, caption }: { table: Table; caption: string }) {
  return (
    <div className={styles.edge}>
      <div className={styles.frame} role="region" aria-label={caption} tabIndex={0}>
        <table className={styles.table}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Heading</span>
              </th>
              <th scope="col">All</th>
              {table.columns.map(({ label, href }) => (
                <th key={label} scope="col">
                  {href === null ? label : <Way href={href} words={label} />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ name, href, total, cells }) => (
              <tr key={href ?? name}>
                <th scope="row">{href === null ? name : <Way href={href} words={name} />}</th>
                <td className={styles.total}>{numberInWords(total)}</td>
                {cells.map((cell, index) => (
                  <td key={table.columns[index]?.label} data-heat={cell.heat}>
                    <Count {...cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Count({ records, href }: CoverageCell) {
  if (records === 0) return "–";
  return href === null ? numberInWords(records) : <Way href={href} words={numberInWords(records)} />;
}

const Way = ({ href, words }: { href: string; words: string }) => (
  <a href={href} rel={relOf(href)}>
    {words}
  </a>
);
