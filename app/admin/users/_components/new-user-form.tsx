"use client";

import { useActionState } from "react";
import { ChoiceSelect } from "@/app/admin/_components/choice-select";
import { controlOf, Field } from "@/app/admin/_components/field";
import styles from "@/app/admin/_components/form.module.css";
import { blankFormState, type FormState } from "@/lib/form-state";
import { userRoles } from "@/lib/archive/vocabulary";
import { shortestPassword } from "@/lib/users/password-rules";

type Properties = { action: (state: FormState, posted: FormData) => Promise<FormState> };

const roles = userRoles.map((id) => ({ id, name: id }));

/** Adds a person who may sign in. */
export function NewUserForm({ action }: Properties) {
  const [{ errors, values }, submit] = useActionState(action, blankFormState);
  return (
    <form action={submit} className={styles.narrow} key={JSON.stringify(values)} noValidate>
      <Field name="email" label="E-mail" errors={errors}>
        <input {...controlOf("email", errors, false)} type="email" defaultValue={values.email} />
      </Field>
      <Field name="name" label="Name" errors={errors}>
        <input {...controlOf("name", errors, false)} defaultValue={values.name} />
      </Field>
      <Field name="role" label="Role" errors={errors}>
        <ChoiceSelect
          {...controlOf("role", errors, false)}
          choices={roles}
          defaultValue={values.role ?? "contributor"}
        />
      </Field>
      <Field
        name="password"
        label="First password"
        help={`At least ${shortestPassword} characters. The person can change it under their name.`}
        errors={errors}
      >
        <input {...controlOf("password", errors, true)} type="password" autoComplete="new-password" />
      </Field>
      <p>
        <button type="submit">Add</button>
      </p>
    </form>
  );
}
