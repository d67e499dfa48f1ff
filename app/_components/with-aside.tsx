import type { ReactNode } from "react";
import styles from "./with-aside.module.css";

/** Reading text with facts beside it; on narrow screens the facts follow the text. */
export function WithAside({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.columns}>
      <div className={styles.main}>{children}</div>
      <aside className={styles.aside} aria-label="Facts">
        {aside}
      </aside>
    </div>
  );
}
