import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { savedSearchFeedHref, savedSearchHref } from "@/lib/archive/hrefs";
import { positive } from "@/lib/curation/list-state";
import { loadSearchToChange } from "@/lib/saved-searches/loaders";
import { DeskHeading } from "../../_components/desk-heading";
import { RevisionList } from "../../_components/revision-list";
import { DeleteForm } from "../_components/delete-form";
import { SearchForm } from "../_components/search-form";
import { deleteSearch, saveSearch } from "../actions";
import styles from "../../desk.module.css";
import formStyles from "../../_components/form.module.css";

export const metadata: Metadata = { title: "Saved search" };

export default async function SavedSearchPage({ params, searchParams }: PageProps<"/admin/searches/[id]">) {
  const id = positive((await params).id) ?? notFound();
  const { notice } = await searchParams;
  const { search, address, words, mayChange, revisions } = await loadSearchToChange(id);
  const { name, slug, version } = search;
  return (
    <>
      <DeskHeading title={name} notice={notice} kicker={<a href="/admin/searches">Saved searches</a>}>
        <p className={formStyles.links}>
          <a href={savedSearchHref(slug)}>Results</a>
          <a href={savedSearchFeedHref(slug)}>Feed</a>
        </p>
      </DeskHeading>
      <div className={styles.columns}>
        <div>
          <SearchForm
            action={saveSearch.bind(null, { id, version })}
            values={{ name, address }}
            words={words}
            isLocked={!mayChange}
          />
          <section className={styles.section}>
            <h2>History</h2>
            <RevisionList revisions={revisions} level={3} />
          </section>
        </div>
        {mayChange ? (
          <div>
            <section className={styles.section}>
              <h2>Delete</h2>
              <DeleteForm action={deleteSearch.bind(null, id, version)} name={name} />
            </section>
          </div>
        ) : null}
      </div>
    </>
  );
}
