"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/app/admin/_components/error-summary";
import { controlOf, Field } from "@/app/admin/_components/field";
import styles from "@/app/admin/_components/form.module.css";
import { blankFormState, type FormState } from "@/lib/form-state";

type Properties = {
  action: (state: FormState, posted: FormData) => Promise<FormState>;
  values: { name: string; address: string };
  /** What the search asks for. */
  words: string;
  isLocked: boolean;
};

/** The name of a saved search and the address of the results it stands for. */
export function SearchForm({ action, values, words, isLocked }: Properties) {
  const [state, submit] = useActionState(action, blankFormState);
  const { errors } = state;
  const shown = { ...values, ...state.values };
  return (
    <form action={submit} className={styles.narrow} key={JSON.stringify(shown)} noValidate>
      <ErrorSummary errors={errors} message={state.message} />
      <fieldset disabled={isLocked} className={styles.section} aria-label="Saved search">
        <Field
          name="name"
          label="Name"
          help="Readers see it in their list and their feed reader."
          errors={errors}
        >
          <input {...controlOf("name", errors, true)} defaultValue={shown.name} />
        </Field>
        <Field
          name="address"
          label="Address of the results"
          help={`Searches for: ${words}. To save another search, paste the address of its results.`}
          errors={errors}
        >
          <input {...controlOf("address", errors, true)} defaultValue={shown.address} spellCheck={false} />
        </Field>
      </fieldset>
      {isLocked ? (
        <p>Your role lets you read this saved search, not change it.</p>
      ) : (
        <p>
          <button type="submit">Save</button>
        </p>
      )}
    </form>
  );
}
