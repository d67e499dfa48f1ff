import { numberInWords } from "@/lib/archive/counts";
import { facetHref, facetPlurals } from "@/lib/search/facet-view";
import type { FacetResult } from "@/lib/search/results";
import type { SearchState } from "@/lib/search/state";
import { FacetEntry } from "./facet-entry";
import { FacetFinder } from "./facet-finder";
import styles from "./facet-lists.module.css";

const facetsAtOnce = 5;
/** A list of so many values is looked through faster than a name is typed. */
const easilySeen = 15;

type Properties = { state: SearchState; facets: readonly FacetResult[] };

/** What the results can be narrowed by: links with counts. Several values of one list are alternatives. */
export function FacetLists({ state, facets }: Properties) {
  return (
    <nav id="narrow" className={styles.facets} aria-labelledby="narrow-heading">
      <h2 id="narrow-heading">Narrow the results</h2>
      {facets.map((facet, index) => {
        const { name, label, values } = facet;
        const isAsked = values.some((value) => value.state !== "offered");
        // Years are listed only once a decade was asked for, so they are what the reader wants next.
        return (
          <details key={name} open={index < facetsAtOnce || name === "year" || isAsked}>
            <summary>
              <h3>{label}</h3>
            </summary>
            <ul role="list">
              {values.map((value) => (
                <FacetEntry key={value.value} state={state} name={name} value={value} />
              ))}
            </ul>
            <Rest state={state} facet={facet} />
          </details>
        );
      })}
    </nav>
  );
}

/** Ways to the values that are not seen at first. */
function Rest({ state, facet: { name, values, more } }: { state: SearchState; facet: FacetResult }) {
  if (more === 0) return null;
  const seen = values.filter(({ count }) => count > 0).length;
  return (
    <>
      {seen + more > easilySeen ? <FacetFinder state={state} name={name} /> : null}
      <p className={styles.all}>
        <a href={facetHref(state, name)} rel="nofollow">
          Show all {numberInWords(seen + more)}
          <span className="visually-hidden"> {facetPlurals[name]}</span>
        </a>
      </p>
    </>
  );
}
