"use client";

import { useId, useRef, useState, type KeyboardEvent } from "react";
import type { Candidate } from "@/lib/curation/view";
import type { LinkListName } from "@/lib/records/fields";
import { enterName } from "../actions";
import { useCandidates } from "./use-candidates";
import styles from "@/app/admin/_components/form.module.css";

type Properties = {
  list: LinkListName;
  control: { id: string; name: string };
  defaultValue: string;
  mayCreate: boolean;
  /** Kind that a new entry would get. */
  kindOf: () => string;
  choose: (entry: { id: string; name: string }) => void;
};

const steps = new Map([
  ["ArrowDown", 1],
  ["ArrowUp", -1],
]);

type Option = { key: string; label: string; detail: string | null; entry: Candidate | null };

/** A text field that suggests entries (ARIA combobox with a list box): arrows walk, return takes, escape closes. */
export function EntryCombobox({ list, control, defaultValue, mayCreate, kindOf, choose }: Properties) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const { candidates, isKnown } = useCandidates(list, typed);
  const isOpen = typed.trim() !== "" && isKnown;
  const options: Option[] = candidates.map((entry) => ({
    key: entry.id,
    label: entry.name,
    detail: entry.detail,
    entry,
  }));
  const isThere = candidates.some(({ isExact }) => isExact);
  if (mayCreate && isKnown && !isThere) {
    options.push({ key: "new", label: `Enter “${typed.trim()}” as new`, detail: null, entry: null });
  }

  async function take(option: Option) {
    const entry = option.entry ?? (await enterName({ list, name: typed.trim(), kind: kindOf() }));
    if (!entry) return;
    choose(entry);
    if (input.current) input.current.value = "";
    setTyped("");
    input.current?.focus();
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Escape") setTyped("");
    // The return key never saves the whole form from here.
    if (event.key === "Enter" && event.currentTarget.value.trim()) event.preventDefault();
    if (!isOpen || options.length === 0) return;
    const step = steps.get(event.key);
    if (step !== undefined) {
      event.preventDefault();
      setActive((present) => (present + step + options.length) % options.length);
    }
    const option = options[active];
    if (event.key === "Enter" && option) void take(option);
  }

  return (
    <div className={styles.combobox}>
      <input
        {...control}
        ref={input}
        defaultValue={defaultValue}
        autoComplete="off"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen && options[active] ? `${listId}-${active}` : undefined}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onBlur={() => setTyped("")}
        onKeyDown={press}
      />
      <div id={listId} role="listbox" aria-label="Suggestions" className={styles.options} hidden={!isOpen}>
        {options.map((option, index) => (
          <div
            key={option.key}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => {
              // Before the field loses the focus, which would close the list.
              event.preventDefault();
              void take(option);
            }}
          >
            {option.label} {option.detail ? <span className={styles.hint}>{option.detail}</span> : null}
          </div>
        ))}
        {options.length === 0 ? <p className={styles.hint}>No entry comes close.</p> : null}
      </div>
    </div>
  );
}
