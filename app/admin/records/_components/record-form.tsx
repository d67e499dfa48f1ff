"use client";

import { useActionState } from "react";
import type { RecordFormState } from "@/lib/curation/submission";
import type { RecordDraft } from "@/lib/records/draft";
import { ActionBar, type Rights } from "./action-bar";
import { ConflictPanel } from "./conflict-panel";
import { ErrorSummary } from "@/app/admin/_components/error-summary";
import { formSections, type FormChoices } from "./form-sections";
import { ListFocus } from "./list-focus";
import { UnsavedWarning } from "@/app/admin/_components/unsaved-warning";
import type { RecordStatus } from "@/lib/archive/vocabulary";
import styles from "@/app/admin/_components/form.module.css";

export type FormView = {
  readonly draft: RecordDraft;
  readonly errors: RecordFormState["errors"];
  readonly offers: RecordFormState["offers"];
  readonly choices: FormChoices;
  readonly rights: Rights;
};

type Properties = {
  action: (state: RecordFormState | null, posted: FormData) => Promise<RecordFormState>;
  record: { id: number; version: number; status: RecordStatus } | null;
  draft: RecordDraft;
  choices: FormChoices;
  rights: Rights;
};

/**
 * The form of a record. It works as it comes from the server; scripts add live readings of dates, suggestions while typing, and a
 * warning before unsaved work is left.
 */
export function RecordForm({ action, record, draft, choices, rights }: Properties) {
  const [state, submit, isPending] = useActionState(action, null);
  const view: FormView = {
    draft: state?.draft ?? draft,
    errors: state?.errors ?? {},
    offers: state?.offers ?? {},
    choices,
    rights,
  };
  return (
    // A form that comes back is a new one, so that every field starts from what was typed; so is one whose record has been saved.
    // The key stands here and not around the component: without scripts a posted state comes back only to the same key.
    <form key={state?.attempt ?? record?.version} action={submit} className={styles.form} noValidate>
      <input type="hidden" name="version" value={state?.version ?? record?.version ?? 0} />
      <ActionBar status={record?.status ?? null} rights={rights} isPending={isPending} />
      <UnsavedWarning startsUnsaved={state !== null} />
      <ErrorSummary errors={view.errors} message={state?.message ?? null} />
      {state?.conflict ? <ConflictPanel conflict={state.conflict} /> : null}
      {state?.list ? <ListFocus list={state.list} /> : null}
      <nav aria-label="Parts of the form" className={styles.parts}>
        <ul role="list">
          {formSections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.sections}>
        {formSections.map(({ id, title, content: Content }) => (
          <fieldset key={id} id={id} disabled={!rights.mayEdit} className={styles.section}>
            <legend>
              <h2>{title}</h2>
            </legend>
            <Content view={view} />
          </fieldset>
        ))}
      </div>
    </form>
  );
}
