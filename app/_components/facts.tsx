import type { ReactNode } from "react";
import styles from "./facts.module.css";

/** A list of labelled facts. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}

/** One label with its value; several values each stand on a line of their own. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  const values = (Array.isArray(children) ? children : [children]).filter(Boolean);
  if (values.length === 0) return null;
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      {values.map((value: ReactNode, index) => (
        <dd key={index}>{value}</dd>
      ))}
    </div>
  );
}
