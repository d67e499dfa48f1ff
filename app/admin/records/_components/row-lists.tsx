"use client";

import { relationChoices } from "@/lib/records/fields";
import { ChoiceSelect } from "@/app/admin/_components/choice-select";
import { controlOf, Field } from "@/app/admin/_components/field";
import { LanguageField } from "./language-field";
import type { FormView } from "./record-form";
import { RowList } from "./row-list";

type ViewOnly = { view: FormView };

export function TitleList({ view }: ViewOnly) {
  const { errors } = view;
  return (
    <RowList name="titles" rows={view.draft.titles}>
      {(row, prefix) => (
        <>
          <LanguageField name={`${prefix}.languageCode`} value={row.languageCode} view={view} />
          <Field name={`${prefix}.title`} label="Title" errors={errors}>
            <input {...controlOf(`${prefix}.title`, errors, false)} defaultValue={row.title} />
          </Field>
        </>
      )}
    </RowList>
  );
}

const referenceParts = [
  ["fonds", "Fonds"],
  ["series", "Series (opis)"],
  ["file", "File (delo)"],
  ["folios", "Folios"],
  ["folioFrom", "First folio"],
  ["folioTo", "Last folio"],
] as const;

export function ReferenceList({ view }: ViewOnly) {
  const { errors, choices } = view;
  return (
    <RowList name="references" rows={view.draft.references}>
      {(row, prefix) => (
        <>
          <Field name={`${prefix}.raw`} label="Reference as the source words it" errors={errors}>
            <input {...controlOf(`${prefix}.raw`, errors, false)} defaultValue={row.raw} />
          </Field>
          <Field name={`${prefix}.repository`} label="Repository" errors={errors}>
            <ChoiceSelect
              {...controlOf(`${prefix}.repository`, errors, false)}
              choices={choices.repositories}
              blank="Unknown"
              defaultValue={row.repository}
            />
          </Field>
          <Field name={`${prefix}.newRepository`} label="or a new repository" errors={errors}>
            <input
              {...controlOf(`${prefix}.newRepository`, errors, false)}
              defaultValue={row.newRepository}
            />
          </Field>
          {referenceParts.map(([part, label]) => (
            <Field key={part} name={`${prefix}.${part}`} label={label} errors={errors} width="short">
              <input {...controlOf(`${prefix}.${part}`, errors, false)} defaultValue={row[part]} />
            </Field>
          ))}
        </>
      )}
    </RowList>
  );
}

export function RelationList({ view }: ViewOnly) {
  const { errors } = view;
  return (
    <RowList name="relations" rows={view.draft.relations}>
      {(row, prefix) => (
        <>
          <Field name={`${prefix}.kind`} label="This record" errors={errors} width="short">
            <ChoiceSelect
              {...controlOf(`${prefix}.kind`, errors, false)}
              choices={relationChoices}
              defaultValue={row.kind}
            />
          </Field>
          <Field
            name={`${prefix}.related`}
            label="Number or address of the other record"
            help={row.relatedTitle || undefined}
            errors={errors}
          >
            <input
              {...controlOf(`${prefix}.related`, errors, row.relatedTitle !== "")}
              defaultValue={row.related}
            />
          </Field>
          <Field name={`${prefix}.note`} label="Note" errors={errors}>
            <input {...controlOf(`${prefix}.note`, errors, false)} defaultValue={row.note} />
          </Field>
        </>
      )}
    </RowList>
  );
}
