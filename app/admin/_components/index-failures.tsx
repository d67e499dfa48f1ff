import { countOf } from "@/lib/archive/counts";
import type { IndexStatus } from "@/lib/search/status";
import { tryAgain } from "../actions";
import { Moment } from "./moment";
import styles from "../desk.module.css";

type Properties = Pick<IndexStatus, "jobs" | "failures"> & { mayMend: boolean };

/** Records that could not be indexed, why, and the way to have them tried again. */
export function IndexFailures({ jobs, failures, mayMend }: Properties) {
  const all = jobs.failing + jobs.failed;
  if (all === 0) return null;
  return (
    <>
      <h3 className={styles.alarm}>{countOf(all, "record")} could not be indexed</h3>
      <ul role="list" className={styles.pairs}>
        {failures.map(({ id, recordId, title, reason, attempts, nextAt }) => (
          <li key={id}>
            <a href={`/admin/records/${recordId}`}>
              {recordId}: {title ?? "a record that is gone"}
            </a>
            <span className={styles.reason}>{reason}</span>
            <span className={styles.quiet}>
              {countOf(attempts, "attempt")};{" "}
              {nextAt ? (
                <>
                  the next <Moment at={nextAt} />
                </>
              ) : (
                "given up"
              )}
            </span>
            {mayMend ? (
              <form action={tryAgain.bind(null, id)} className={styles.again}>
                <button type="submit" data-quiet="" aria-label={`Try ${recordId} again`}>
                  Try again
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {mayMend && all > 1 ? (
        <form action={tryAgain.bind(null, null)} className={styles.again}>
          <button type="submit" data-quiet="">
            Try all again
          </button>
        </form>
      ) : null}
    </>
  );
}
