import type { ComponentProps } from "react";
import { CountedList } from "./counted-list";

type Properties = { id: string; heading: string; entries: ComponentProps<typeof CountedList>["entries"] };

/** A list of headings with a heading of its own; draws nothing where there are none. */
export function CountedSection({ id, heading, entries }: Properties) {
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <CountedList entries={entries} />
    </section>
  );
}
