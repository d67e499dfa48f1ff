import { Fragment } from "react";
import type { HelpExample } from "@/lib/search/help";
import styles from "./help-table.module.css";

type Properties = {
  caption: string;
  /** What the second column says of what is written in the first. */
  heading?: string;
  examples: readonly HelpExample[];
};

/** What one can write and what it finds; what is written is a link that runs it. */
export function HelpTable({ caption, heading = "Finds", examples }: Properties) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Write</th>
          <th scope="col">{heading}</th>
        </tr>
      </thead>
      <tbody>
        {examples.map(({ written, href, finds, note }) => (
          <tr key={written}>
            <th scope="row">
              <a href={href} rel="nofollow">
                {written.split(" ").map((word, index) => (
                  <Fragment key={index}>
                    {index > 0 ? " " : null}
                    <span>{word}</span>
                  </Fragment>
                ))}
              </a>
            </th>
            <td>
              {finds}
              {note === null ? null : <span className={styles.note}>{note}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
