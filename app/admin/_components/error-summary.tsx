"use client";

import { useEffect, useRef } from "react";
import type { FieldErrors } from "@/lib/form-state";
import styles from "./form.module.css";

/** What is wrong, with a way to each field; it takes the focus when it appears. */
export function ErrorSummary({ errors, message }: { errors: FieldErrors; message: string | null }) {
  const summary = useRef<HTMLDivElement>(null);
  const fields = Object.entries(errors);
  const isNeeded = fields.length > 0 || message !== null;
  useEffect(() => summary.current?.focus(), [isNeeded]);
  if (!isNeeded) return null;
  return (
    <div ref={summary} role="alert" tabIndex={-1} className={styles.problems}>
      <h2>Nothing is saved yet</h2>
      {message ? <p>{message}</p> : null}
      <ul>
        {fields.flatMap(([field, messages]) =>
          messages.map((text) => (
            <li key={`${field} ${text}`}>
              <a href={`#${field}`}>{text}</a>
            </li>
          )),
        )}
      </ul>
    </div>
  );
}
