"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/app/admin/_components/error-summary";
import { blankFormState, type FormState } from "@/lib/form-state";
import styles from "./files.module.css";

type Properties = {
  id: number;
  fileName: string;
  values: { caption: string; alternativeText: string; sourceNote: string };
  action: (state: FormState, posted: FormData) => Promise<FormState>;
};

const fields = [
  {
    name: "caption",
    label: "Caption",
    rows: 1,
    help: "Shown below the scan; without one, page numbers stand there.",
  },
  {
    name: "alternativeText",
    label: "Description for people who cannot see it",
    rows: 2,
    help: "What the scan shows that the transcript does not say.",
  },
  { name: "sourceNote", label: "Source", rows: 2, help: "Who made the scan, when, and from which copy." },
] as const;

/** What is said of one file. */
export function FileForm({ id, fileName, values, action }: Properties) {
  const [state, submit, isPending] = useActionState(action, blankFormState);
  return (
    <form action={submit} className={styles.form} aria-label={`About ${fileName}`}>
      <ErrorSummary errors={state.errors} message={state.message} />
      {fields.map(({ name, label, rows, help }) => (
        <div key={name}>
          <label htmlFor={`${name}-${id}`}>{label}</label>
          <textarea
            id={`${name}-${id}`}
            name={name}
            rows={rows}
            defaultValue={state.values[name] ?? values[name]}
            aria-describedby={`${name}-${id}-help`}
          />
          <p id={`${name}-${id}-help`} className={styles.quiet}>
            {help}
          </p>
        </div>
      ))}
      <button type="submit" disabled={isPending}>
        Save
      </button>
    </form>
  );
}
