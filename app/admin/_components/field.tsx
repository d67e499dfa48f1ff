import type { ReactNode } from "react";
import type { FieldErrors } from "@/lib/form-state";
import styles from "./form.module.css";

type Properties = {
  /** Name and id of the control; errors are found under it. */
  name: string;
  label: string;
  help?: ReactNode;
  errors: FieldErrors;
  width?: "short" | "long";
  children: ReactNode;
};

const helpId = (name: string) => `${name}-help`;
const errorId = (name: string) => `${name}-error`;

/** A labelled field with its help and its errors. */
export function Field({ name, label, help, errors, width = "long", children }: Properties) {
  const messages = errors[name] ?? [];
  return (
    <div className={styles.field} data-width={width} data-invalid={messages.length > 0 ? "" : undefined}>
      <label htmlFor={name}>{label}</label>
      {children}
      {help ? (
        <p id={helpId(name)} className={styles.hint}>
          {help}
        </p>
      ) : null}
      {messages.length > 0 ? (
        <p id={errorId(name)} className={styles.error}>
          {messages.join(" ")}
        </p>
      ) : null}
    </div>
  );
}

/** The attributes that tie a control to its label, help and errors. */
export function controlOf(name: string, errors: FieldErrors, hasHelp: boolean) {
  const isInvalid = (errors[name] ?? []).length > 0;
  const described = [hasHelp ? helpId(name) : "", isInvalid ? errorId(name) : ""].filter(Boolean).join(" ");
  return {
    id: name,
    name,
    "aria-invalid": isInvalid || undefined,
    "aria-describedby": described || undefined,
  };
}
