"use client";

import { useActionState } from "react";
import type { AuthorityKind } from "@/lib/authorities/kinds";
import { ErrorSummary } from "@/app/admin/_components/error-summary";
import styles from "@/app/admin/_components/form.module.css";
import type { Choice } from "@/app/admin/_components/choice-select";
import { UnsavedWarning } from "@/app/admin/_components/unsaved-warning";
import type { AuthorityFormState } from "@/lib/authorities/editing";
import type { AuthorityDraft } from "@/lib/authorities/form";
import { authorityTypes } from "@/lib/authorities/kinds";
import { EntryField } from "./entry-field";
import { NameList } from "./name-list";

type Properties = {
  action: (state: AuthorityFormState | null, posted: FormData) => Promise<AuthorityFormState>;
  kind: AuthorityKind;
  version: number;
  draft: AuthorityDraft;
  languages: readonly Choice[];
  mayEdit: boolean;
};

/** The form of an entry, drawn from the declaration of its kind; it works without scripts. */
export function EntryForm({ action, kind, version, draft: first, languages, mayEdit }: Properties) {
  const [state, submit, isPending] = useActionState(action, null);
  const { fields, nameParts } = authorityTypes[kind];
  const draft = state?.draft ?? first;
  const errors = state?.errors ?? {};
  return (
    // The key stands here and not around the component: without scripts a posted state comes back only to the same key.
    <form key={state?.attempt ?? version} action={submit} className={styles.entry} noValidate>
      <input type="hidden" name="version" value={state?.version ?? version} />
      <UnsavedWarning startsUnsaved={state !== null} />
      <ErrorSummary errors={errors} message={state?.message ?? null} />
      <Theirs theirs={state?.theirs ?? []} />
      <fieldset disabled={!mayEdit} className={styles.section} aria-label="Description">
        {fields.map((field) => (
          <EntryField key={field.name} field={field} draft={draft} errors={errors} />
        ))}
        {nameParts ? (
          <NameList parts={nameParts} names={draft.names} languages={languages} errors={errors} />
        ) : null}
      </fieldset>
      {mayEdit ? (
        <div className={styles.actions}>
          <button type="submit" aria-disabled={isPending}>
            {isPending ? "Saving…" : "Save"}
          </button>
        </div>
      ) : (
        <p>Your role lets you read this entry, not change it.</p>
      )}
    </form>
  );
}

/** What the other editor saved, in the fields that differ. */
function Theirs({ theirs }: { theirs: AuthorityFormState["theirs"] }) {
  if (theirs.length === 0) return null;
  return (
    <section className={styles.conflict} aria-labelledby="theirs-heading">
      <h2 id="theirs-heading">The saved version, where it differs from yours</h2>
      <dl>
        {theirs.map(({ label, words }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words.join(" · ") || "empty"}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
