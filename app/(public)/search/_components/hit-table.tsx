import { DateText } from "@/app/_components/date-text";
import { shownDate } from "@/lib/archive/listed-record";
import { hitHref } from "@/lib/search/hit-view";
import type { SearchHit } from "@/lib/search/results";
import { searchHref, type SearchState } from "@/lib/search/state";
import styles from "./hit-table.module.css";
import { Marked } from "./told";

type Properties = { hits: readonly SearchHit[]; state: SearchState };

/** The hits as a table of few words, for looking through many. */
export function HitTable({ hits, state }: Properties) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">Results</caption>
      <thead>
        <tr>
          <DateHead state={state} />
          <th scope="col">Title</th>
          <th scope="col">People</th>
          <th scope="col">Type</th>
        </tr>
      </thead>
      <tbody>
        {hits.map((hit) => {
          const date = shownDate(hit);
          return (
            <tr key={hit.id}>
              <td className={styles.date}>{date ? <DateText date={date} /> : "Undated"}</td>
              <th scope="row" className={styles.title}>
                <a href={hitHref(hit)}>
                  <Marked fragments={hit.title} />
                </a>
              </th>
              <td className={styles.quiet}>{hit.people.join("; ")}</td>
              <td className={styles.quiet}>{hit.types.join(", ")}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const directions = { oldest: "ascending", newest: "descending" } as const;

/** Dates can be put in order either way; a second time turns them around. */
function DateHead({ state }: { state: SearchState }) {
  const direction = state.sort === "oldest" || state.sort === "newest" ? directions[state.sort] : undefined;
  const sort = state.sort === "oldest" ? "newest" : "oldest";
  return (
    <th scope="col" aria-sort={direction}>
      <a href={searchHref({ ...state, sort, page: 1 })} rel="nofollow">
        Date
        <span aria-hidden="true">{direction ? (direction === "ascending" ? " ↑" : " ↓") : null}</span>
        <span className="visually-hidden">, {sort} first</span>
      </a>
    </th>
  );
}
