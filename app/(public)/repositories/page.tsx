import { browseStep } from "@/app/_components/breadcrumbs";
import { CountedList } from "@/app/_components/counted-list";
import { EmptyState } from "@/app/_components/empty-state";
import { LinkRow } from "@/app/_components/link-row";
import { PageHeading } from "@/app/_components/page-heading";
import { hrefWith, repositoryHref } from "@/lib/archive/hrefs";
import { choiceOf } from "@/lib/archive/list-query";
import { vocabularySorts } from "@/lib/archive/vocabulary-kinds";
import { loadRepositories } from "@/lib/repositories/loaders";

export const metadata = {
  title: "Archives",
  description: "The institutions that hold the originals of the documents.",
  alternates: { canonical: "/repositories" },
};

export default async function RepositoriesPage({ searchParams }: PageProps<"/repositories">) {
  const sort = choiceOf(await searchParams, "sort", vocabularySorts) ?? "name";
  const repositories = await loadRepositories(sort);
  return (
    <>
      <PageHeading
        title="Archives"
        lead="The institutions that hold the originals of the documents."
        trail={[browseStep]}
      />
      {repositories.length === 0 ? (
        <EmptyState title="No archives yet">
          <p>No published record names the institution that holds its original.</p>
        </EmptyState>
      ) : null}
      {repositories.length > 1 ? (
        <LinkRow
          label="Sort"
          links={[
            { href: "/repositories", label: "By name", isCurrent: sort === "name" },
            {
              href: hrefWith("/repositories", { sort: "records" }),
              label: "Most records first",
              isCurrent: sort === "records",
            },
          ]}
        />
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
