import { EmptyState } from "@/app/_components/empty-state";
import { Notice } from "@/app/_components/notice";
import { Pagination } from "@/app/_components/pagination";
import { numberInWords } from "@/lib/archive/counts";
import type { SearchResults } from "@/lib/search/results";
import { blankSearch, searchHref, type SearchState } from "@/lib/search/state";
import { chosenFilters, totalInWords, withoutFilters } from "@/lib/search/view";
import { FacetLists } from "./facet-lists";
import { HitList } from "./hit-list";
import styles from "./search-findings.module.css";

type Found = Extract<SearchResults, { status: "found" }>;
type Properties = { state: SearchState; results: Found };

/** The results and what they can be narrowed by. */
export function SearchFindings({ state, results }: Properties) {
  const { total, page, pages, hits, facets } = results;
  return (
    <>
      {results.degraded ? (
        <Notice tone="warning">
          The search engine is away at the moment. These results come from a simpler search, which forgives
          fewer typing errors.
        </Notice>
      ) : null}
      <div className={styles.columns}>
        <div>
          <header className={styles.head}>
            <h2>{totalInWords(results)}</h2>
            {total > 0 && facets.length > 0 ? (
              <a className={styles.narrow} href="#narrow">
                Narrow the results
              </a>
            ) : null}
          </header>
          {total > 0 ? <MatchRemark results={results} /> : <NothingFound state={state} facets={facets} />}
          {hits.length > 0 ? <HitList hits={hits} query={state.query} /> : null}
          <Pagination
            page={page}
            pages={pages}
            rel="nofollow"
            hrefOf={(number) => searchHref({ ...state, page: number })}
          />
        </div>
        {facets.length > 0 ? <FacetLists state={state} facets={facets} /> : null}
      </div>
    </>
  );
}

function MatchRemark({ results: { total, holdingAll } }: { results: Found }) {
  if (holdingAll === total) return null;
  return (
    <p className={styles.remark}>
      {holdingAll > 0
        ? `${numberInWords(holdingAll)} ${holdingAll === 1 ? "holds" : "hold"} all of these words. The closest of those that hold some of them are among the results too.`
        : "No record holds all of these words. The ones that hold most of them come first."}
    </p>
  );
}

function NothingFound({ state, facets }: { state: SearchState; facets: Found["facets"] }) {
  const hasFilters = chosenFilters(state, facets).length > 0;
  return (
    <EmptyState title={state.query ? `Nothing was found for “${state.query}”` : "Nothing was found"}>
      <ul className={styles.advice}>
        {hasFilters ? (
          <li>
            Search for the same <a href={withoutFilters(state)}>without filters</a>.
          </li>
        ) : null}
        <li>Try fewer or other words, or another spelling of a name.</li>
        <li>
          Look through the <a href="/collections">collections</a>, <a href="/people">people</a>,{" "}
          <a href="/places">places</a> or <a href={searchHref(blankSearch)}>all records</a>.
        </li>
      </ul>
    </EmptyState>
  );
}
