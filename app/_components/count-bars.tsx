import { countOf } from "@/lib/archive/counts";
import { relOf } from "@/lib/archive/hrefs";
import styles from "./count-bars.module.css";

type Properties = {
  bars: readonly { href: string | null; label: string; records: number; isCurrent?: boolean }[];
  /** What fills a bar; the greatest number here, unless several charts are to be compared. */
  most?: number;
};

/** Numbers of records side by side: each line a link, a bar and the number. */
export function CountBars({ bars, most: given }: Properties) {
  const most = given ?? Math.max(1, ...bars.map(({ records }) => records));
  return (
    <ol role="list" className={styles.bars}>
      {bars.map(({ href, label, records, isCurrent }) => (
        <li key={label}>
          <p className={styles.label}>
            {href === null ? (
              label
            ) : (
              <a href={href} rel={relOf(href)} aria-current={isCurrent ? "page" : undefined}>
                {label}
              </a>
            )}
          </p>
          <svg aria-hidden="true" className={styles.bar} viewBox="0 0 100 1" preserveAspectRatio="none">
            <rect width={Math.max(0.6, (100 * records) / most)} height="1" />
          </svg>
          <p className={styles.count}>{countOf(records, "record")}</p>
        </li>
      ))}
    </ol>
  );
}
