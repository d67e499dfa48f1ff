import { textFields, type TextFieldName } from "@/lib/records/fields";
import { DateInput } from "@/app/admin/_components/date-input";
import { controlOf, Field } from "@/app/admin/_components/field";
import type { FormView } from "./record-form";

/** The field of one text of the description, as its declaration says. */
export function DraftField({ name, view }: { name: TextFieldName; view: FormView }) {
  const { kind, label, help } = textFields[name];
  const control = { ...controlOf(name, view.errors, help !== undefined), defaultValue: view.draft[name] };
  return (
    <Field
      name={name}
      label={label}
      help={help}
      errors={view.errors}
      width={kind === "date" ? "short" : "long"}
    >
      {kind === "area" ? <textarea {...control} rows={rowsFor(view.draft[name])} /> : null}
      {kind === "date" ? <DateInput {...control} /> : null}
      {kind === "line" || kind === "address" ? (
        <input {...control} type={kind === "address" ? "url" : "text"} />
      ) : null}
    </Field>
  );
}

/** Lines enough to see what is there, within reason. */
const rowsFor = (text: string) =>
  Math.min(14, Math.max(2, Math.ceil(text.length / 90) + text.split("\n").length - 1));
