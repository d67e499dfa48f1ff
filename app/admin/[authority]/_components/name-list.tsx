"use client";

import { useState } from "react";
import { ChoiceSelect, type Choice } from "@/app/admin/_components/choice-select";
import { controlOf, Field } from "@/app/admin/_components/field";
import styles from "@/app/admin/_components/form.module.css";
import { nameSchemes } from "@/lib/archive/vocabulary";
import type { NameRow } from "@/lib/authorities/form";
import type { NamePart } from "@/lib/authorities/kinds";
import type { FieldErrors } from "@/lib/form-state";

type Properties = {
  parts: readonly NamePart[];
  names: readonly NameRow[];
  languages: readonly Choice[];
  errors: FieldErrors;
};

const spareRows = 2;
const blank: NameRow = { name: "", scheme: "variant", script: "", languageCode: "", validEdtf: "" };

/** The other names of an entry. Emptied rows vanish with the next save; there are always some to write in. */
export function NameList({ parts, names, languages, errors }: Properties) {
  const [spare, setSpare] = useState(spareRows);
  const rows = [...names, ...Array.from({ length: spare }, () => blank)];
  return (
    <div className={styles.list} role="group" aria-labelledby="names-heading">
      <h2 id="names-heading">Other names</h2>
      <p className={styles.hint}>
        Spellings, romanisations, the name in its own script, former names: search finds the entry by each.
        Empty a name to remove it.
      </p>
      <ol role="list" className={styles.rows}>
        {rows.map((row, index) => (
          <li key={index} className={styles.nameRow}>
            <NameFields
              prefix={`names.${index}`}
              row={row}
              parts={parts}
              languages={languages}
              errors={errors}
            />
          </li>
        ))}
      </ol>
      <button type="button" data-quiet="" onClick={() => setSpare(spare + 1)}>
        More names
      </button>
    </div>
  );
}

type RowProperties = Omit<Properties, "names"> & { prefix: string; row: NameRow };

function NameFields({ prefix, row, parts, languages, errors }: RowProperties) {
  const control = (part: keyof NameRow) => ({
    ...controlOf(`${prefix}.${part}`, errors, false),
    defaultValue: row[part],
  });
  return (
    <>
      <Field name={`${prefix}.name`} label="Name" errors={errors}>
        <input {...control("name")} />
      </Field>
      {parts.includes("scheme") ? (
        <Field name={`${prefix}.scheme`} label="Kind of name" errors={errors}>
          <ChoiceSelect {...control("scheme")} choices={nameSchemes.map((id) => ({ id, name: id }))} />
        </Field>
      ) : null}
      <Field name={`${prefix}.script`} label="Script" errors={errors}>
        <input {...control("script")} placeholder="Cyrl" />
      </Field>
      <Field name={`${prefix}.languageCode`} label="Language" errors={errors}>
        <ChoiceSelect {...control("languageCode")} choices={languages} blank="Any" />
      </Field>
      {parts.includes("validEdtf") ? (
        <Field name={`${prefix}.validEdtf`} label="In use (EDTF)" errors={errors}>
          <input {...control("validEdtf")} />
        </Field>
      ) : null}
    </>
  );
}
