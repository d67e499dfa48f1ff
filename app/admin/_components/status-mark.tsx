import type { RecordStatus } from "@/lib/archive/vocabulary";
import { statusLabels } from "@/lib/curation/view";
import styles from "../desk.module.css";

/** The status of a record, in a word. */
export function StatusMark({ status }: { status: RecordStatus }) {
  return (
    <span className={styles.status} data-status={status}>
      {statusLabels[status]}
    </span>
  );
}
