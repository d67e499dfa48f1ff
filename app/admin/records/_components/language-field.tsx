import { ChoiceSelect } from "@/app/admin/_components/choice-select";
import { controlOf, Field } from "@/app/admin/_components/field";
import type { FormView } from "./record-form";

/** The language of a title or a text. */
export function LanguageField({ name, value, view }: { name: string; value: string; view: FormView }) {
  return (
    <Field name={name} label="Language" errors={view.errors} width="short">
      <ChoiceSelect
        {...controlOf(name, view.errors, false)}
        choices={view.choices.languages}
        blank="Choose"
        defaultValue={value}
      />
    </Field>
  );
}
