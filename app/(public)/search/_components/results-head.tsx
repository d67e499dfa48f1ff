import { LinkRow } from "@/app/_components/link-row";
import type { SearchResults } from "@/lib/search/results";
import { searchHref, type SearchState } from "@/lib/search/state";
import { alsoSearched, holdingInWords, totalInWords, viewLinks } from "@/lib/search/view";
import styles from "./results-head.module.css";

type Found = Extract<SearchResults, { status: "found" }>;
type Properties = { state: SearchState; results: Found };

/** What stands above the results: how many there are, ways to look at them, and how the words were understood. */
export function ResultsHead({ state, results }: Properties) {
  const holding = holdingInWords(results);
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <h2 id="results" tabIndex={-1}>
          {totalInWords(results)}
        </h2>
        {results.total > 0 ? (
          <div className={styles.ways}>
            <LinkRow label="View" rel="nofollow" links={viewLinks(state)} />
            {results.facets.length > 0 ? (
              <a className={styles.narrow} href="#narrow">
                Narrow the results
              </a>
            ) : null}
          </div>
        ) : null}
      </div>
      <Widenings state={state} results={results} />
      {[...results.remarks, ...(holding === null ? [] : [holding])].map((remark) => (
        <p key={remark} className={styles.remark}>
          {remark}
        </p>
      ))}
    </header>
  );
}

/** What was looked for besides the words as typed, and the switch between the two ways to search. */
function Widenings({ state, results: { widenings } }: Properties) {
  if (state.exact && state.query)
    return (
      <p className={styles.remark}>
        Only the words as typed were searched for.{" "}
        <a href={searchHref({ ...state, exact: false, page: 1 })} rel="nofollow">
          Search other names and spellings too
        </a>
      </p>
    );
  const forms = alsoSearched(widenings);
  if (forms.length === 0) return null;
  return (
    <p className={styles.remark}>
      Also searched:{" "}
      {forms.map(({ typed, also }, index) => (
        <span key={typed}>
          {index > 0 ? "; " : null}
          <b>{also.join(", ")}</b> for “{typed}”
        </span>
      ))}
      .{" "}
      <a href={searchHref({ ...state, exact: true, page: 1 })} rel="nofollow">
        Search only for the words as typed
      </a>
    </p>
  );
}
