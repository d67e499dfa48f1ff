"use client";

import { useRef, useState } from "react";
import { newEntryChoice, type LinkRow } from "@/lib/records/draft";
import { linkLists, wordFor, type LinkListName } from "@/lib/records/fields";
import type { Candidate } from "@/lib/curation/view";
import { EntryCombobox } from "./entry-combobox";
import { controlOf, Field } from "@/app/admin/_components/field";
import type { FormView } from "./record-form";
import styles from "@/app/admin/_components/form.module.css";

type Properties = { name: LinkListName; view: FormView; add: (row: LinkRow) => void };

/** The field that adds an entry to a list. Scripts suggest while one types; without them the form comes back with what comes close. */
export function AddEntry({ name, view, add }: Properties) {
  const { one, roles, newKinds } = linkLists[name];
  const addition = view.draft.adding[name];
  const offer = view.offers[name];
  const role = useRef<HTMLSelectElement>(null);
  const kind = useRef<HTMLSelectElement>(null);
  const [said, setSaid] = useState("");
  const mayCreate = view.rights.mayCreate.includes(name);
  const choose = ({ id, name: chosen }: { id: string; name: string }) => {
    add({ id, name: chosen, role: role.current?.value ?? "", nameAsWritten: "" });
    setSaid(`${chosen} is added.`);
  };
  const field = `adding.${name}.text`;
  return (
    <div className={styles.adding}>
      <Field name={field} label={`Add a ${one}`} errors={view.errors}>
        <EntryCombobox
          list={name}
          control={controlOf(field, view.errors, false)}
          defaultValue={addition.text}
          mayCreate={mayCreate}
          kindOf={() => kind.current?.value ?? ""}
          choose={choose}
        />
      </Field>
      {roles.length > 0 ? (
        <p>
          <label htmlFor={`adding.${name}.role`}>Role</label>
          <select
            ref={role}
            id={`adding.${name}.role`}
            name={`adding.${name}.role`}
            defaultValue={addition.role}
          >
            {roles.map((word) => (
              <option key={word} value={word}>
                {wordFor(word)}
              </option>
            ))}
          </select>
        </p>
      ) : null}
      {mayCreate && newKinds && newKinds.length > 0 ? (
        <p>
          <label htmlFor={`adding.${name}.kind`}>If new, a</label>
          <select
            ref={kind}
            id={`adding.${name}.kind`}
            name={`adding.${name}.kind`}
            defaultValue={addition.kind}
          >
            {newKinds.map((word) => (
              <option key={word} value={word}>
                {wordFor(word)}
              </option>
            ))}
          </select>
        </p>
      ) : null}
      {/* With scripts an entry is added by choosing it. */}
      <noscript className={styles.addButton}>
        <button type="submit" name="intent" value={`add:${name}`} data-quiet="">
          Add
        </button>
      </noscript>
      {offer ? (
        <Offered
          name={name}
          typed={addition.text}
          candidates={offer.candidates}
          mayCreate={offer.mayCreate}
        />
      ) : null}
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </div>
  );
}

type OfferedProperties = {
  name: LinkListName;
  typed: string;
  candidates: readonly Candidate[];
  mayCreate: boolean;
};

function Offered({ name, typed, candidates, mayCreate }: OfferedProperties) {
  const choices = [
    ...candidates.map(({ id, name: entry, detail }) => ({ value: id, label: entry, detail })),
    ...(mayCreate ? [{ value: newEntryChoice, label: `Enter “${typed}” as new`, detail: null }] : []),
  ];
  if (choices.length === 0) return <p className={styles.error}>Nothing comes close to “{typed}”.</p>;
  return (
    <fieldset className={styles.offer}>
      <legend>Which is meant by “{typed}”?</legend>
      {choices.map(({ value, label, detail }) => (
        <p key={value} className={styles.tick}>
          <input
            type="radio"
            id={`adding.${name}.choice-${value}`}
            name={`adding.${name}.choice`}
            value={value}
          />
          <label htmlFor={`adding.${name}.choice-${value}`}>
            {label} {detail ? <span className={styles.hint}>{detail}</span> : null}
          </label>
        </p>
      ))}
    </fieldset>
  );
}
