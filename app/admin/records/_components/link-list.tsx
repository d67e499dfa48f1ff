"use client";

import type { LinkRow } from "@/lib/records/draft";
import { linkLists, wordFor, type LinkListName } from "@/lib/records/fields";
import { AddEntry } from "./add-entry";
import type { FormView } from "./record-form";
import { RowButtons } from "./row-buttons";
import { useRows } from "./use-rows";
import styles from "@/app/admin/_components/form.module.css";

/** A list of links to entries: those there are, and a field to add one by name. */
export function LinkList({ name, view }: { name: LinkListName; view: FormView }) {
  const { label, roles, help } = linkLists[name];
  const { rows, add, rearrange } = useRows<LinkRow>(view.draft[name]);
  return (
    <div className={styles.list} role="group" aria-labelledby={`list-${name}`}>
      <h3 id={`list-${name}`} tabIndex={-1}>
        {label}
      </h3>
      {help ? <p className={styles.hint}>{help}</p> : null}
      <ol role="list" className={styles.rows}>
        {rows.map(({ key, row }, index) => (
          <li key={key} className={styles.linkRow} data-roles={roles.length > 0 ? "" : undefined}>
            <input type="hidden" name={`${name}.${index}.id`} value={row.id} />
            <input type="hidden" name={`${name}.${index}.name`} value={row.name} />
            <span className={styles.name}>{row.name || row.id}</span>
            {roles.length > 0 ? (
              <select
                name={`${name}.${index}.role`}
                defaultValue={row.role}
                aria-label={`Role of ${row.name}`}
              >
                {roles.map((role) => (
                  <option key={role} value={role}>
                    {wordFor(role)}
                  </option>
                ))}
              </select>
            ) : null}
            {name === "agents" ? (
              <input
                name={`${name}.${index}.nameAsWritten`}
                defaultValue={row.nameAsWritten}
                placeholder="name as written, if different"
                aria-label={`Name of ${row.name} as the document writes it`}
              />
            ) : null}
            <RowButtons
              list={name}
              index={index}
              count={rows.length}
              what={row.name}
              isOrdered={name !== "collections"}
              rearrange={rearrange}
            />
          </li>
        ))}
      </ol>
      <AddEntry name={name} view={view} add={add} />
    </div>
  );
}
