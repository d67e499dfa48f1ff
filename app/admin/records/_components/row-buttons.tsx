"use client";

import type { MouseEvent } from "react";
import styles from "@/app/admin/_components/form.module.css";

type Properties = {
  list: string;
  index: number;
  count: number;
  /** What the row is, for the names of the buttons. */
  what: string;
  isOrdered: boolean;
  rearrange: (verb: "remove" | "up" | "down", index: number) => void;
};

/** Remove and move a row. Without scripts the buttons post the form, which comes back changed. */
export function RowButtons({ list, index, count, what, isOrdered, rearrange }: Properties) {
  const press = (verb: "remove" | "up" | "down") => (event: MouseEvent<HTMLButtonElement>) => {
    event.preventDefault();
    const { form } = event.currentTarget;
    if (verb === "remove") document.getElementById(`list-${list}`)?.focus();
    rearrange(verb, index);
    form?.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const button = (verb: "remove" | "up" | "down", sign: string, label: string) => (
    <button
      type="submit"
      name="intent"
      value={`${verb}:${list}:${index}`}
      aria-label={label}
      title={label}
      data-quiet=""
      onClick={press(verb)}
    >
      {sign}
    </button>
  );
  return (
    <span className={styles.rowButtons}>
      {isOrdered && index > 0 ? button("up", "↑", `Move ${what} up`) : null}
      {isOrdered && index < count - 1 ? button("down", "↓", `Move ${what} down`) : null}
      {button("remove", "Remove", `Remove ${what}`)}
    </span>
  );
}
