"use client";

import { useState, type ComponentProps } from "react";
import { readingOf } from "@/lib/archive/edtf";
import styles from "./form.module.css";

type Properties = Omit<ComponentProps<"input">, "onInput" | "type"> & { defaultValue: string };

/** A date in EDTF with its reading in words, which follows the typing; without scripts it follows the form. */
export function DateInput({ defaultValue, ...control }: Properties) {
  const [text, setText] = useState(defaultValue);
  const reading = text.trim() ? readingOf(text) : null;
  return (
    <>
      <input
        {...control}
        type="text"
        defaultValue={defaultValue}
        autoComplete="off"
        spellCheck={false}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <output className={styles.reading} htmlFor={control.id} data-known={reading ? "" : undefined}>
        {reading ? `Reads: ${reading}` : text.trim() ? "Not a date in EDTF yet" : "No date"}
      </output>
    </>
  );
}
