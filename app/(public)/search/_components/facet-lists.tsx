import { numberInWords } from "@/lib/archive/counts";
import type { FacetResult, FacetValue } from "@/lib/search/results";
import { searchHref, toggled, type SearchState } from "@/lib/search/state";
import styles from "./facet-lists.module.css";

/** Values of a facet that are seen at once; the others unfold. */
const valuesAtOnce = 6;
const facetsAtOnce = 5;

type Properties = { state: SearchState; facets: readonly FacetResult[] };

/** What the results can be narrowed by: links with counts. Several values of one list are alternatives. */
export function FacetLists({ state, facets }: Properties) {
  return (
    <nav id="narrow" className={styles.facets} aria-labelledby="narrow-heading">
      <h2 id="narrow-heading">Narrow the results</h2>
      {facets.map(({ name, label, values, isCut }, index) => {
        const links = (some: readonly FacetValue[]) => (
          <ul role="list">
            {some.map((value) => (
              <li key={value.value}>
                <FacetLink value={value} href={searchHref(toggled(state, name, value.value))} />
              </li>
            ))}
          </ul>
        );
        const more = values.slice(valuesAtOnce);
        // Years are listed only once a decade was asked for, so they are what the reader wants next.
        const isOpen = index < facetsAtOnce || name === "year" || values.some(({ isChosen }) => isChosen);
        return (
          <details key={name} open={isOpen}>
            <summary>
              <h3>{label}</h3>
            </summary>
            {links(values.slice(0, valuesAtOnce))}
            {more.length > 0 ? (
              <details className={styles.more}>
                <summary>Show {numberInWords(more.length)} more</summary>
                {links(more)}
                {isCut ? <p>Rarer ones appear as you narrow the results.</p> : null}
              </details>
            ) : null}
          </details>
        );
      })}
    </nav>
  );
}

function FacetLink({ value: { label, count, isChosen }, href }: { value: FacetValue; href: string }) {
  return (
    <a href={href} rel="nofollow" className={styles.value} data-chosen={isChosen || undefined}>
      <span>
        {isChosen ? <span className="visually-hidden">Remove filter </span> : null}
        {label}
      </span>
      {count === null ? null : <span className={styles.count}>{numberInWords(count)}</span>}
    </a>
  );
}
