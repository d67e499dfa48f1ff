import type { ReactNode } from "react";
import { noticeFor } from "@/lib/curation/view";
import { Notice } from "@/app/_components/notice";
import styles from "../desk.module.css";

type Properties = {
  title: string;
  kicker?: ReactNode;
  /** Word of the address that says what has just been done. */
  notice?: string | string[] | undefined;
  children?: ReactNode;
};

/** The head of a page of the desk: its title, what was just done, and what can be done next. */
export function DeskHeading({ title, kicker, notice, children }: Properties) {
  const message = noticeFor(notice);
  return (
    <>
      {message ? (
        <div role="status">
          <Notice>{message}</Notice>
        </div>
      ) : null}
      <div className={styles.heading}>
        <div>
          {kicker ? <div className={styles.kicker}>{kicker}</div> : null}
          <h1>{title}</h1>
        </div>
        {children}
      </div>
    </>
  );
}
