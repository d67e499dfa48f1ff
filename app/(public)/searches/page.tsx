import { browseStep } from "@/app/_components/breadcrumbs";
import { EmptyState } from "@/app/_components/empty-state";
import { PageHeading } from "@/app/_components/page-heading";
import { savedSearchFeedHref, savedSearchHref } from "@/lib/archive/hrefs";
import { loadSavedSearches } from "@/lib/saved-searches/loaders";
import styles from "../collections/collections.module.css";

export const metadata = {
  title: "Saved searches",
  description: "Searches that the curators keep, to be opened or followed in a feed reader.",
  alternates: { canonical: "/searches" },
};

export default async function SavedSearchesPage() {
  const searches = await loadSavedSearches();
  return (
    <>
      <PageHeading
        title="Saved searches"
        lead="Searches that the curators keep. Open one, or follow it in a feed reader, which then shows each new record that it finds."
        trail={[browseStep]}
      />
      {searches.length === 0 ? <EmptyState title="No saved searches yet" /> : null}
      <ul role="list" className={styles.collections}>
        {searches.map(({ id, slug, name, words }) => (
          <li key={id}>
            <h2>
              <a href={savedSearchHref(slug)} rel="nofollow">
                {name}
              </a>
            </h2>
            <p className={styles.count}>
              <a href={savedSearchFeedHref(slug)} type="application/atom+xml" rel="nofollow">
                Feed<span className="visually-hidden"> of {name}</span>
              </a>
            </p>
            <p className={styles.abstract}>{words}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
