import type { FacetResult } from "@/lib/search/results";
import type { SearchState } from "@/lib/search/state";
import { chosenFilters, withoutFilters } from "@/lib/search/view";
import styles from "./filter-chips.module.css";

type Properties = { state: SearchState; facets: readonly FacetResult[] };

/** What narrows the search, in words; each is a link that takes it away. */
export function FilterChips({ state, facets }: Properties) {
  const chosen = chosenFilters(state, facets);
  if (chosen.length === 0) return null;
  return (
    <section className={styles.chosen} aria-label="Chosen filters">
      <ul role="list">
        {chosen.map(({ facet, label, href }) => (
          <li key={href}>
            <a className={styles.chip} href={href} rel="nofollow">
              <span className="visually-hidden">Remove filter </span>
              <span className={styles.facet}>{facet}:</span> {label}
              <span aria-hidden="true" className={styles.cross}>
                ×
              </span>
            </a>
          </li>
        ))}
      </ul>
      {chosen.length > 1 ? (
        <a href={withoutFilters(state)} rel="nofollow">
          Remove all filters
        </a>
      ) : null}
    </section>
  );
}
