import type { Metadata } from "next";
import { savedSearchFeedHref } from "@/lib/archive/hrefs";
import { loadSearchList } from "@/lib/saved-searches/loaders";
import { DeskHeading } from "../_components/desk-heading";
import { Moment } from "../_components/moment";
import styles from "../desk.module.css";

export const metadata: Metadata = { title: "Saved searches" };

export default async function SearchListPage({ searchParams }: PageProps<"/admin/searches">) {
  const { notice } = await searchParams;
  const { searches, maySave } = await loadSearchList();
  return (
    <>
      <DeskHeading
        title="Saved searches"
        notice={notice}
        kicker="Readers open and follow them under “Saved searches”."
      >
        {maySave ? (
          <a href="/admin/searches/new" data-button="">
            New saved search
          </a>
        ) : null}
      </DeskHeading>
      {searches.length === 0 ? (
        <p className={styles.empty}>
          No search is saved yet. Search the archive, narrow the results, and follow “Save this search” below
          them.
        </p>
      ) : (
        <table className={styles.table} data-stacked="">
          <caption className="visually-hidden">Saved searches</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Searches for</th>
              <th scope="col">Saved by</th>
              <th scope="col">Open</th>
            </tr>
          </thead>
          <tbody>
            {searches.map(({ id, slug, name, words, owner, updatedAt, href }) => (
              <tr key={id}>
                <td>
                  <a href={`/admin/searches/${id}`}>{name}</a>
                </td>
                <td>{words}</td>
                <td>
                  {owner}, <Moment at={updatedAt} />
                </td>
                <td>
                  <a href={href}>
                    Results<span className="visually-hidden"> of {name}</span>
                  </a>{" "}
                  ·{" "}
                  <a href={savedSearchFeedHref(slug)}>
                    Feed<span className="visually-hidden"> of {name}</span>
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
