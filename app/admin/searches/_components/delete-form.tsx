"use client";

import { useActionState } from "react";
import styles from "@/app/admin/_components/form.module.css";
import { blankFormState, type FormState } from "@/lib/form-state";

type Properties = { action: (state: FormState) => Promise<FormState>; name: string };

/** Deletes a saved search, for ever. */
export function DeleteForm({ action, name }: Properties) {
  const [state, submit] = useActionState(action, blankFormState);
  return (
    <form action={submit} className={styles.narrow}>
      {state.message === null ? null : (
        <p role="alert" className={styles.error}>
          {state.message}
        </p>
      )}
      <p>Its address and its feed will say that it was given up. It cannot be brought back.</p>
      <p>
        <button type="submit" data-quiet="">
          Delete<span className="visually-hidden"> “{name}”</span>
        </button>
      </p>
    </form>
  );
}
