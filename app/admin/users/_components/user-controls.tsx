"use client";

import { useActionState, useId } from "react";
import { blankFormState, type FormState } from "@/lib/form-state";
import { userRoles, type UserRole } from "@/lib/archive/vocabulary";
import styles from "@/app/admin/_components/form.module.css";

type Properties = {
  action: (state: FormState, posted: FormData) => Promise<FormState>;
  email: string;
  name: string;
  role: UserRole;
  isDisabled: boolean;
};

/** What an administrator can change about a user: one small form for each change. */
export function UserControls({ action, email, name, role, isDisabled }: Properties) {
  const [state, submit] = useActionState(action, blankFormState);
  const id = useId();
  const problems = [state.message, ...Object.values(state.errors).flat()].filter((text) => text !== null);
  const address = <input type="hidden" name="email" value={email} />;
  return (
    <details>
      <summary>Change {name}</summary>
      <form action={submit} className={styles.adding}>
        {address}
        <p>
          <label htmlFor={`${id}-role`}>Role</label>
          <select id={`${id}-role`} name="role" key={role} defaultValue={role}>
            {userRoles.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </p>
        <button type="submit" name="change" value="role" data-quiet="" className={styles.addButton}>
          Set role
        </button>
      </form>
      <form action={submit} className={styles.adding}>
        {address}
        <p>
          <label htmlFor={`${id}-password`}>New password</label>
          <input id={`${id}-password`} name="password" type="password" autoComplete="new-password" />
        </p>
        <button type="submit" name="change" value="password" data-quiet="" className={styles.addButton}>
          Set password
        </button>
      </form>
      <form action={submit} className={styles.adding}>
        {address}
        <button type="submit" name="change" value={isDisabled ? "enable" : "disable"} data-quiet="">
          {isDisabled ? "Let sign in again" : "Disable"}
        </button>
      </form>
      {problems.map((problem) => (
        <p key={problem} role="alert" className={styles.error}>
          {problem}
        </p>
      ))}
    </details>
  );
}
