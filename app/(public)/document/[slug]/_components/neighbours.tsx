import { collectionHref, recordHref } from "@/lib/archive/hrefs";
import type { PublishedRecord } from "@/lib/records/loaders";
import styles from "./neighbours.module.css";

/** The records before and after this one in a collection, in date order. */
export function Neighbours({ neighbours }: { neighbours: PublishedRecord["neighbours"][number] }) {
  const { collectionSlug, collectionTitle, previousSlug, previousTitle, nextSlug, nextTitle } = neighbours;
  if (previousSlug === null && nextSlug === null) return null;
  return (
    <nav aria-label={`In the collection ${collectionTitle}`} className={styles.neighbours}>
      <p className={styles.collection}>
        In <a href={collectionHref(collectionSlug)}>{collectionTitle}</a>
      </p>
      <div className={styles.pair}>
        {previousSlug === null ? (
          <span />
        ) : (
          <a href={recordHref(previousSlug)} rel="prev">
            <span className={styles.direction}>Previous</span>
            {previousTitle}
          </a>
        )}
        {nextSlug === null ? null : (
          <a href={recordHref(nextSlug)} rel="next" className={styles.next}>
            <span className={styles.direction}>Next</span>
            {nextTitle}
          </a>
        )}
      </div>
    </nav>
  );
}
