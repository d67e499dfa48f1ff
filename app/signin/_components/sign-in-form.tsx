"use client";

import { useActionState } from "react";
import { blankFormState, type FormState } from "@/lib/form-state";
import styles from "../signin.module.css";

type Properties = { action: (state: FormState, posted: FormData) => Promise<FormState> };

/** E-mail and password; a refusal keeps the address that was typed. */
export function SignInForm({ action }: Properties) {
  const [state, submit, isPending] = useActionState(action, blankFormState);
  const problems = [state.message, ...Object.values(state.errors).flat()].filter((text) => text !== null);
  return (
    <form action={submit} className={styles.form}>
      {problems.length > 0 ? (
        <div role="alert" className={styles.problems}>
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      ) : null}
      <p>
        <label htmlFor="email">E-mail</label>
        <input
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          required
          key={state.values.email}
          defaultValue={state.values.email}
        />
      </p>
      <p>
        <label htmlFor="password">Password</label>
        <input id="password" name="password" type="password" autoComplete="current-password" required />
      </p>
      <button type="submit" aria-disabled={isPending}>
        {isPending ? "Signing in…" : "Sign in"}
      </button>
    </form>
  );
}
