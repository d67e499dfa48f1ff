import { EmptyState } from "@/app/_components/empty-state";
import { countOf } from "@/lib/archive/counts";
import type { SearchResults } from "@/lib/search/results";
import { blankSearch, searchHref, type SearchState } from "@/lib/search/state";
import { chosenFilters, withoutFilters } from "@/lib/search/view";
import styles from "./nothing-found.module.css";

type Found = Extract<SearchResults, { status: "found" }>;
type Properties = { state: SearchState; results: Found };

/** Why nothing was found, the nearest searches that find something, and what else can be done. */
export function NothingFound({ state, results: { facets, emptiness } }: Properties) {
  const { parts = [], offers = [] } = emptiness ?? {};
  return (
    <EmptyState title={state.query ? `Nothing was found for “${state.query}”` : "Nothing was found"}>
      <div className={styles.reasons}>
        {parts.length > 0 ? (
          <section aria-labelledby="parts-alone">
            <h3 id="parts-alone">What each part finds by itself</h3>
            <dl className={styles.parts}>
              {parts.map(({ label, alone }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd data-none={alone === 0 ? "" : undefined}>
                    {alone === 0 ? "no record at all" : countOf(alone, "record")}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ) : null}
        {offers.length > 0 ? (
          <section aria-labelledby="offers">
            <h3 id="offers">Searches that find something</h3>
            <ul role="list" className={styles.parts}>
              {offers.map(({ label, total, state: offered }) => (
                <li key={searchHref(offered)}>
                  <a href={searchHref(offered)} rel="nofollow">
                    {label}
                  </a>{" "}
                  <span>{countOf(total, "record")}</span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
      <ul className={styles.advice}>
        {chosenFilters(state, facets).length > 0 ? (
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
