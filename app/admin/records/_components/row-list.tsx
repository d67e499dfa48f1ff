"use client";

import type { ReactNode } from "react";
import { blankRow, type RecordDraft } from "@/lib/records/draft";
import { rowListLabels, type RowListName } from "@/lib/records/fields";
import { RowButtons } from "./row-buttons";
import { useRows } from "./use-rows";
import styles from "@/app/admin/_components/form.module.css";

type Row<Name extends RowListName> = RecordDraft[Name][number];

type Properties<Name extends RowListName> = {
  name: Name;
  rows: readonly Row<Name>[];
  /** The fields of one row; `prefix` begins their names. */
  children: (row: Row<Name>, prefix: string) => ReactNode;
};

/** A list whose rows are small forms of their own: titles, references, relations, texts. */
export function RowList<Name extends RowListName>({ name, rows: initial, children }: Properties<Name>) {
  const { label, one } = rowListLabels[name];
  const { rows, add, rearrange } = useRows<Row<Name>>(initial);
  return (
    <div className={styles.list} role="group" aria-labelledby={`list-${name}`}>
      <h3 id={`list-${name}`} tabIndex={-1}>
        {label}
      </h3>
      <ol role="list" className={styles.rows}>
        {rows.map(({ key, row }, index) => (
          <li key={key} className={styles.formRow}>
            <div className={styles.rowFields}>{children(row, `${name}.${index}`)}</div>
            <RowButtons
              list={name}
              index={index}
              count={rows.length}
              what={`${one} ${index + 1}`}
              isOrdered
              rearrange={rearrange}
            />
          </li>
        ))}
      </ol>
      <button
        type="submit"
        name="intent"
        value={`row:${name}`}
        data-quiet=""
        onClick={(event) => {
          event.preventDefault();
          add(blankRow(name));
        }}
      >
        Add a {one}
      </button>
    </div>
  );
}
