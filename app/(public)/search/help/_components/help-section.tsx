import type { ReactNode } from "react";
import styles from "./help-section.module.css";

/** A part of the help under a heading that the list of contents leads to. */
export function HelpSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
