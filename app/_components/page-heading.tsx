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
  /** Whether the title stands small, because what follows needs the room. */
  isSmall?: boolean;
};

/** A title of more characters than this would fill the window at the size of the others. */
const longTitle = 120;

/** The head of a page with its one first-level heading. */
export function PageHeading({ title, kicker, lead, trail = [], children, isSmall = false }: Properties) {
  return (
    <header className={styles.heading}>
      <Breadcrumbs trail={trail} />
      {kicker ? <p className={styles.kicker}>{kicker}</p> : null}
      <h1 data-small={isSmall || title.length > longTitle ? "" : undefined}>{title}</h1>
      {lead ? <p className={styles.lead}>{lead}</p> : null}
      {children}
    </header>
  );
}
