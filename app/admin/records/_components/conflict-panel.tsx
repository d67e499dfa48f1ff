"use client";

import { useEffect, useRef } from "react";
import type { Conflict } from "@/lib/curation/submission";
import styles from "@/app/admin/_components/form.module.css";

const whose = {
  me: "Changed by you",
  them: "Changed by the other editor",
  both: "Changed by both of you",
} as const;

/** Both versions side by side, where they differ; the curator chooses field by field and saves again. */
export function ConflictPanel({ conflict }: { conflict: Conflict }) {
  const panel = useRef<HTMLElement>(null);
  // The buttons stay in view wherever one is in the form; what they found must come into view too.
  useEffect(() => panel.current?.focus(), []);
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={styles.conflict}
      aria-labelledby="conflict-heading"
      role="alert"
    >
      <h2 id="conflict-heading">
        {conflict.by ?? "Somebody else"} has saved this record since you opened it
      </h2>
      <p>
        Nothing of yours is saved yet, and nothing is lost: your version stands in the form below. Choose for
        each field that differs which version to keep, then save again.
      </p>
      {conflict.differences.map(({ field, label, mine, theirs, changedBy }) => (
        <fieldset key={field} className={styles.difference}>
          <legend>
            {label} <span className={styles.hint}>{whose[changedBy]}</span>
          </legend>
          <Version field={field} side="mine" label="Yours" words={mine} isChosen={changedBy !== "them"} />
          <Version
            field={field}
            side="theirs"
            label="Theirs"
            words={theirs}
            isChosen={changedBy === "them"}
          />
        </fieldset>
      ))}
    </section>
  );
}

type VersionProperties = {
  field: string;
  side: "mine" | "theirs";
  label: string;
  words: readonly string[];
  isChosen: boolean;
};

function Version({ field, side, label, words, isChosen }: VersionProperties) {
  const id = `choice-${field}-${side}`;
  return (
    <div className={styles.version}>
      <p className={styles.tick}>
        <input type="radio" id={id} name={`choice.${field}`} value={side} defaultChecked={isChosen} />
        <label htmlFor={id}>{label}</label>
      </p>
      {words.length === 0 ? <p className={styles.hint}>Empty</p> : null}
      {words.map((line, index) => (
        <p key={index}>{line}</p>
      ))}
    </div>
  );
}
