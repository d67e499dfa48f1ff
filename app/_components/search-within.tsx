import type { FacetName } from "@/lib/search/facets";
import styles from "./search-within.module.css";

export type Within = {
  /** What the form is called: "Search within this collection". */
  readonly label: string;
  /** What the results are narrowed to. */
  readonly facet: FacetName;
  readonly value: string;
};

/** A search of the records of one collection, person, place or file, from its own page. */
export function SearchWithin({ label, facet, value }: Within) {
  return (
    <search aria-label={label} className={styles.within}>
      <form action="/search">
        <label htmlFor="search-within">{label}</label>
        <input type="hidden" name={facet} value={value} />
        <div className={styles.field}>
          <input id="search-within" type="search" name="q" />
          <button type="submit" data-quiet="">
            Search
          </button>
        </div>
      </form>
    </search>
  );
}
