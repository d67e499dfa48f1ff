import { Notice } from "@/app/_components/notice";
import type { FoundPlaces } from "@/lib/search/found-places";
import type { SearchResults } from "@/lib/search/results";
import type { SearchState } from "@/lib/search/state";
import { FacetLists } from "./facet-lists";
import { FoundRecords } from "./found-records";
import { NothingFound } from "./nothing-found";
import { ResultsHead } from "./results-head";
import { ResultsTimes } from "./results-times";
import styles from "./search-findings.module.css";

type Found = Extract<SearchResults, { status: "found" }>;
type Properties = { state: SearchState; results: Found; places: FoundPlaces | null };

/** The results and what they can be narrowed by. */
export function SearchFindings({ state, results, places }: Properties) {
  const { total, facets } = results;
  return (
    <>
      {results.degraded ? (
        <Notice tone="warning">
          The search engine is away at the moment. These results are complete, but the best may not stand
          first.
        </Notice>
      ) : null}
      <div className={styles.columns}>
        <div>
          <ResultsHead state={state} results={results} />
          {total > 0 ? (
            <>
              <ResultsTimes state={state} histogram={results.histogram} />
              <FoundRecords state={state} results={results} places={places} />
            </>
          ) : (
            <NothingFound state={state} results={results} />
          )}
        </div>
        {facets.length > 0 ? <FacetLists state={state} facets={facets} /> : null}
      </div>
    </>
  );
}
