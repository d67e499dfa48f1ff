import type { ReactNode } from "react";
import { Breadcrumbs, type Step } from "./breadcrumbs";
import styles from "./page-heading.module.css";

type Properties = {
  title: string;
  /** A few words above the title: the kind of thing, or its dates. */
  kicker?: ReactNode;
  /** One or two sentences below it. */
  lead?: ReactNode;
  trail?: readonly Step[];
  children?: ReactNode;
};

/** The head of a page with its one first-level heading. */
export function PageHeading({ title, kicker, lead, trail = [], children }: Properties) {
  return (
    <header className={styles.heading}>
      <Breadcrumbs trail={trail} />
      {kicker ? <p className={styles.kicker}>{kicker}</p> : null}
      <h1>{title}</h1>
      {lead ? <p className={styles.lead}>{lead}</p> : null}
      {children}
    </header>
  );
}
