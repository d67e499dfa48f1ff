import type { ReactNode } from "react";
import styles from "./notice.module.css";

/** A remark that readers should see before they go on. */
export function Notice({ tone = "plain", children }: { tone?: "plain" | "warning"; children: ReactNode }) {
  return (
    <div className={styles.notice} data-tone={tone} role={tone === "warning" ? "status" : undefined}>
      {children}
    </div>
  );
}
