import { searchFileHref, searchFormats } from "@/lib/search/formats";
import { searchHref, type SearchState } from "@/lib/search/state";
import { countOf } from "@/lib/archive/counts";
import styles from "./result-downloads.module.css";

/** All that was found, to be kept or followed, and the curators' way to save the search. */
export function ResultDownloads({ state, total }: { state: SearchState; total: number }) {
  const query = searchHref({ ...state, page: 1 }).split("?")[1];
  return (
    <section className={styles.downloads} aria-label="Take these results with you">
      <p>
        {total === 0
          ? "Download: "
          : `Download ${total === 1 ? "the record" : `all ${countOf(total, "record")}`}: `}
        {searchFormats
          .filter(({ name }) => name !== "atom")
          .map(({ name, label, use }, index) => (
            <span key={name}>
              {index > 0 ? ", " : ""}
              <a href={searchFileHref(state, name)} rel="nofollow">
                {label}
              </a>{" "}
              <span className={styles.use}>{use}</span>
            </span>
          ))}
      </p>
      <p>
        <a href={searchFileHref(state, "atom")} rel="nofollow" type="application/atom+xml">
          Follow this search
        </a>{" "}
        <span className={styles.use}>in a feed reader</span>
      </p>
      <p>
        <a href={query ? `/admin/searches/new?${query}` : "/admin/searches/new"} rel="nofollow">
          Save this search
        </a>{" "}
        <span className={styles.use}>for curators</span>
      </p>
    </section>
  );
}
