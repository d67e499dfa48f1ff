import { EmptyState } from "@/app/_components/empty-state";
import { countOf } from "@/lib/archive/counts";
import { capitalised } from "@/lib/archive/listed-record";
import type { Emptiness, SearchResults } from "@/lib/search/results";
import { blankSearch, searchHref, type SearchState } from "@/lib/search/state";
import { chosenFilters, withoutFilters } from "@/lib/search/view";
import styles from "./nothing-found.module.css";

type Found = Extract<SearchResults, { status: "found" }>;
type Properties = { state: SearchState; results: Found };

/** Why nothing was found, the nearest searches that find something, and what else can be done. */
export function NothingFound({ state, results: { facets, emptiness } }: Properties) {
  return (
    <EmptyState title={state.query ? `Nothing was found for “${state.query}”` : "Nothing was found"}>
      {emptiness ? (
        <div className={styles.reasons}>
          <PartsAlone parts={emptiness.parts} />
          <Offers offers={emptiness.offers} />
        </div>
      ) : null}
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

/** What each word and filter finds alone: the ones that find nothing emptied the results. */
function PartsAlone({ parts }: Pick<Emptiness, "parts">) {
  if (parts.length === 0) return null;
  return (
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
  );
}

function Offers({ offers }: Pick<Emptiness, "offers">) {
  if (offers.length === 0) return null;
  return (
    <section aria-labelledby="offers">
      <h3 id="offers">Searches that find something</h3>
      <ul role="list" className={styles.parts}>
        {offers.map(({ label, total, state }) => (
          <li key={searchHref(state)}>
            <a href={searchHref(state)} rel="nofollow">
              {capitalised(label)}
            </a>{" "}
            <span>{countOf(total, "record")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
