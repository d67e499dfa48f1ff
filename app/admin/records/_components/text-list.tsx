"use client";

import { textKindChoices, textMethodChoices } from "@/lib/records/fields";
import { ChoiceSelect } from "@/app/admin/_components/choice-select";
import { controlOf, Field } from "@/app/admin/_components/field";
import { LanguageField } from "./language-field";
import type { FormView } from "./record-form";
import { RowList } from "./row-list";

/** Transcripts and translations, each with its notes. */
export function TextList({ view }: { view: FormView }) {
  const { errors } = view;
  return (
    <RowList name="texts" rows={view.draft.texts}>
      {(row, prefix) => (
        <>
          <input type="hidden" name={`${prefix}.id`} value={row.id} />
          <Field name={`${prefix}.kind`} label="Kind" errors={errors} width="short">
            <ChoiceSelect
              {...controlOf(`${prefix}.kind`, errors, false)}
              choices={textKindChoices}
              defaultValue={row.kind}
            />
          </Field>
          <LanguageField name={`${prefix}.languageCode`} value={row.languageCode} view={view} />
          <Field name={`${prefix}.method`} label="Made by" errors={errors} width="short">
            <ChoiceSelect
              {...controlOf(`${prefix}.method`, errors, false)}
              choices={textMethodChoices}
              defaultValue={row.method}
            />
          </Field>
          <Field
            name={`${prefix}.creditAgentName`}
            label="Translator or transcriber"
            help="The name under which they are entered among people and organisations."
            errors={errors}
          >
            <input type="hidden" name={`${prefix}.creditAgent`} value={row.creditAgent} />
            <input
              {...controlOf(`${prefix}.creditAgentName`, errors, true)}
              defaultValue={row.creditAgentName}
            />
          </Field>
          <Field name={`${prefix}.credit`} label="Credit in other words" errors={errors}>
            <input {...controlOf(`${prefix}.credit`, errors, false)} defaultValue={row.credit} />
          </Field>
          <Field name={`${prefix}.sourceNote`} label="Where the text comes from" errors={errors}>
            <input {...controlOf(`${prefix}.sourceNote`, errors, false)} defaultValue={row.sourceNote} />
          </Field>
          <Field
            name={`${prefix}.html`}
            label="Text"
            help='Plain text with blank lines between paragraphs, or HTML; only elements that texts need are kept. A paragraph is cited by its id: leave it in its tag. <hr data-page="2"> says that page 2 of the scan begins, data-renders="p3" which paragraph of another text a paragraph renders, <a href="#n1">1</a> refers to note 1.'
            errors={errors}
          >
            <textarea
              {...controlOf(`${prefix}.html`, errors, true)}
              rows={14}
              defaultValue={row.html}
              lang={row.languageCode || undefined}
              dir="auto"
            />
          </Field>
          <Field
            name={`${prefix}.notes`}
            label="Notes to the text"
            help="One a paragraph, each beginning with its number in brackets: [1]. Where the source prints another mark: [1 = *]."
            errors={errors}
          >
            <textarea
              {...controlOf(`${prefix}.notes`, errors, true)}
              rows={4}
              defaultValue={row.notes}
              lang={row.languageCode || undefined}
              dir="auto"
            />
          </Field>
        </>
      )}
    </RowList>
  );
}
