import { countOf } from "@/lib/archive/counts";
import type { PublishedRecord } from "@/lib/records/loaders";
import styles from "./record-scans.module.css";

/** As many stand in the open; more are folded away. */
const openUpTo = 6;

/** Scans at other institutions: where each leads is said before it is followed. */
export function ExternalScans({ scans }: { scans: PublishedRecord["externalScans"] }) {
  if (scans.length === 0) return null;
  const list = (
    <ul role="list" className={styles.external}>
      {scans.map(({ uri, label }, index) => (
        <li key={uri}>
          <a href={uri} rel="external">
            {label === null ? `Scan ${index + 1}` : `Page ${label}`}
          </a>{" "}
          <span className={styles.detail}>opens {new URL(uri).hostname}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <div>
      <h3 className={styles.elsewhere}>Scans at other institutions</h3>
      {scans.length <= openUpTo ? (
        list
      ) : (
        <details>
          <summary>{countOf(scans.length, "page")} elsewhere</summary>
          {list}
        </details>
      )}
    </div>
  );
}
