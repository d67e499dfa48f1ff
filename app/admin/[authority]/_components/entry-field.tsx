import { DateInput } from "@/app/admin/_components/date-input";
import { controlOf, Field } from "@/app/admin/_components/field";
import styles from "@/app/admin/_components/form.module.css";
import { wordFor } from "@/lib/records/fields";
import type { AuthorityDraft } from "@/lib/authorities/form";
import type { AuthorityField } from "@/lib/authorities/kinds";
import type { FieldErrors } from "@/lib/form-state";

type Properties = { field: AuthorityField; draft: AuthorityDraft; errors: FieldErrors };

/** One field of an entry, as its declaration says. */
export function EntryField({ field, draft, errors }: Properties) {
  const name = `fields.${field.name}`;
  const value = draft.fields[field.name] ?? "";
  const control = controlOf(name, errors, field.help !== undefined);
  if (field.kind === "check") {
    return (
      <p className={styles.tick}>
        <input {...control} type="checkbox" value="on" defaultChecked={value === "on"} />
        <label htmlFor={name}>{field.label}</label>
      </p>
    );
  }
  const isShort = field.kind === "choice" || field.kind === "number" || field.kind === "date";
  return (
    <Field
      name={name}
      label={field.label}
      help={field.help}
      errors={errors}
      width={isShort ? "short" : "long"}
    >
      <Control field={field} control={{ ...control, defaultValue: value }} />
      {field.kind === "parent" ? <Linked field={field} draft={draft} /> : null}
    </Field>
  );
}

type ControlProperties = {
  field: AuthorityField;
  control: ReturnType<typeof controlOf> & { defaultValue: string };
};

function Control({ field, control }: ControlProperties) {
  switch (field.kind) {
    case "essay":
      return <textarea {...control} rows={18} />;
    case "area":
    case "lines":
      return <textarea {...control} rows={4} />;
    case "date":
      return <DateInput {...control} />;
    case "choice":
      return (
        <select {...control}>
          {field.options?.map((option) => (
            <option key={option} value={option}>
              {wordFor(option)}
            </option>
          ))}
        </select>
      );
    case "line":
    case "address":
    case "number":
    case "parent":
    case "check":
      return <input {...control} type="text" inputMode={field.kind === "number" ? "decimal" : undefined} />;
  }
}

/** Which entry the name in the field stands for, so that a name several entries share keeps its meaning. */
function Linked({ field, draft }: { field: AuthorityField; draft: AuthorityDraft }) {
  const linked = draft.linked[field.name];
  if (!linked) return null;
  return (
    <>
      <input type="hidden" name={`linked.${field.name}.id`} value={linked.id} />
      <input type="hidden" name={`linked.${field.name}.name`} value={linked.name} />
    </>
  );
}
