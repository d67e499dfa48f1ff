import { facetPath, finderLabel } from "@/lib/search/facet-view";
import type { FacetName } from "@/lib/search/facets";
import type { SearchState } from "@/lib/search/state";
import styles from "./facet-finder.module.css";
import { KeptSearch } from "./kept-search";

type Properties = { state: SearchState; name: FacetName };

/** A small field that finds a value of a facet by its name; the answer is the page of the facet. */
export function FacetFinder({ state, name }: Properties) {
  const label = finderLabel(name);
  return (
    <form className={styles.finder} action={facetPath(name)}>
      <KeptSearch state={state} />
      <input type="search" name="find" aria-label={label} placeholder={label} required />
      <button type="submit" data-quiet="">
        Find
      </button>
    </form>
  );
}
