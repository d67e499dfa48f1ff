import { EmptyState } from "@/app/_components/empty-state";
import { PageHeading } from "@/app/_components/page-heading";
import { countOf } from "@/lib/archive/counts";
import { repositoryHref } from "@/lib/archive/hrefs";
import { loadRepositories } from "@/lib/repositories/loaders";
import styles from "./repositories.module.css";

export const metadata = {
  title: "Archives",
  description: "The institutions that hold the originals of the documents.",
  alternates: { canonical: "/repositories" },
};

export default async function RepositoriesPage() {
  const repositories = await loadRepositories();
  return (
    <>
      <PageHeading title="Archives" lead="The institutions that hold the originals of the documents." />
      {repositories.length === 0 ? (
        <EmptyState title="No archives yet">
          <p>No published record names the institution that holds its original.</p>
        </EmptyState>
      ) : null}
      <ul role="list" className={styles.repositories}>
        {repositories.map(({ slug, name, abbreviation, place, records }) => (
          <li key={slug}>
            <p>
              <a href={repositoryHref(slug)}>{name}</a>{" "}
              <span className={styles.detail}>{[abbreviation, place].filter(Boolean).join(", ")}</span>
            </p>
            <p className={styles.count}>{countOf(records, "record")}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
