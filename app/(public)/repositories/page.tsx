import { CountedList } from "@/app/_components/counted-list";
import { EmptyState } from "@/app/_components/empty-state";
import { PageHeading } from "@/app/_components/page-heading";
import { repositoryHref } from "@/lib/archive/hrefs";
import { loadRepositories } from "@/lib/repositories/loaders";

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
      <CountedList
        entries={repositories.map(({ slug, name, abbreviation, place, records }) => ({
          href: repositoryHref(slug),
          name,
          description: [abbreviation, place].filter(Boolean).join(", "),
          records,
        }))}
      />
    </>
  );
}
