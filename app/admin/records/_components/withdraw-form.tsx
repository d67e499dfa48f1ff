"use client";

import { useActionState } from "react";
import { blankFormState, type FormState } from "@/lib/form-state";
import { ErrorSummary } from "@/app/admin/_components/error-summary";
import { controlOf, Field } from "@/app/admin/_components/field";
import styles from "@/app/admin/_components/form.module.css";

type Properties = {
  action: (state: FormState, posted: FormData) => Promise<FormState>;
  back: string;
};

/** Asks for the reason, and for the decision once more. */
export function WithdrawForm({ action, back }: Properties) {
  const [state, submit] = useActionState(action, blankFormState);
  return (
    <form action={submit} className={styles.narrow} noValidate>
      <ErrorSummary errors={state.errors} message={state.message} />
      <Field
        name="reason"
        label="Reason"
        help="Readers who follow a citation to this record will see it."
        errors={state.errors}
      >
        <textarea {...controlOf("reason", state.errors, true)} rows={3} defaultValue={state.values.reason} />
      </Field>
      <p className={styles.links}>
        <button type="submit">Withdraw</button>
        <a href={back}>Keep it published</a>
      </p>
    </form>
  );
}
