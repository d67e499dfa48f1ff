"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/app/admin/_components/error-summary";
import { controlOf, Field } from "@/app/admin/_components/field";
import styles from "@/app/admin/_components/form.module.css";
import { blankFormState, type FormState } from "@/lib/form-state";
import { shortestPassword } from "@/lib/users/password-rules";

type Properties = { action: (state: FormState, posted: FormData) => Promise<FormState>; email: string };

/** The present password and a new one. */
export function PasswordForm({ action, email }: Properties) {
  const [{ errors, message }, submit] = useActionState(action, blankFormState);
  return (
    <form action={submit} className={styles.narrow} noValidate>
      <ErrorSummary errors={errors} message={message} />
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field name="currentPassword" label="Present password" errors={errors}>
        <input
          {...controlOf("currentPassword", errors, false)}
          type="password"
          autoComplete="current-password"
        />
      </Field>
      <Field
        name="newPassword"
        label="New password"
        help={`At least ${shortestPassword} characters; nothing else is asked of it.`}
        errors={errors}
      >
        <input {...controlOf("newPassword", errors, true)} type="password" autoComplete="new-password" />
      </Field>
      <p>
        <button type="submit">Change password</button>
      </p>
    </form>
  );
}
