import { reasonInWords } from "@/lib/search/hit-view";
import type { Reason } from "@/lib/search/results";
import styles from "./hit-reasons.module.css";

/** Why a record is among the results: each word with where it stands. Nothing where nothing was asked in words. */
export function HitReasons({ reasons }: { reasons: readonly Reason[] }) {
  if (reasons.length === 0) return null;
  return (
    <details className={styles.reasons}>
      <summary>Why this result</summary>
      <ul role="list">
        {reasons.map(({ word, as, fields }) => (
          <li key={`${word} ${as ?? ""}`}>
            <b>{word}</b>: {reasonInWords({ as, fields })}
          </li>
        ))}
      </ul>
    </details>
  );
}
