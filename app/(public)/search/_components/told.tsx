import type { Passage } from "@/lib/search/results";
import type { Fragment } from "@/lib/search/snippet";
import styles from "./told.module.css";

/** A passage with the name of the field it stands in and its matches marked. */
export function Told({ passage: { field, fragments } }: { passage: Passage }) {
  return (
    <>
      {field ? <span className={styles.field}>{`${field}: `}</span> : null}
      <Marked fragments={fragments} />
    </>
  );
}

/** Words with what matched marked. */
export function Marked({ fragments }: { fragments: readonly Fragment[] }) {
  return fragments.map(({ text, isMatch }, index) =>
    // Fragments have no identity but their place.
    isMatch ? <mark key={index}>{text}</mark> : text,
  );
}
