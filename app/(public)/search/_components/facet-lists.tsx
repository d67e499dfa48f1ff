import { numberInWords } from "@/lib/archive/counts";
import type { FacetResult, FacetValue } from "@/lib/search/results";
import { searchHref, toggled, type SearchState } from "@/lib/search/state";
import styles from "./facet-lists.module.css";

const facetsAtOnce = 5;

type Properties = { state: SearchState; facets: readonly FacetResult[] };

/** What the results can be narrowed by: links with counts. Several values of one list are alternatives. */
export function FacetLists({ state, facets }: Properties) {
  return (
    <nav id="narrow" className={styles.facets} aria-labelledby="narrow-heading">
      <h2 id="narrow-heading">Narrow the results</h2>
      {facets.map((facet, index) => {
        const { name, values } = facet;
        const isAsked = values.some((value) => value.state !== "offered");
        // Years are listed only once a decade was asked for, so they are what the reader wants next.
        return (
          <details key={name} open={index < facetsAtOnce || name === "year" || isAsked}>
            <summary>
              <h3>{facet.label}</h3>
            </summary>
            <ul role="list">
              {values.map((value) => (
                <li key={value.value}>
                  <FacetLink value={value} href={searchHref(toggled(state, name, value.value))} />
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </nav>
  );
}

function FacetLink({ value: { label, count, state }, href }: { value: FacetValue; href: string }) {
  const number = <span className={styles.count}>{numberInWords(count)}</span>;
  return state === "chosen" ? (
    <a href={href} rel="nofollow" data-chosen="">
      <b className={styles.label} title={label}>
        <span className="visually-hidden">Remove filter </span>
        {label}
      </b>{" "}
      {number}
    </a>
  ) : (
    <a href={href} rel="nofollow">
      <span className={styles.label} title={label}>
        {label}
      </span>{" "}
      {number}
    </a>
  );
}
