import { browseStep } from "@/app/_components/breadcrumbs";
import { CountedList } from "@/app/_components/counted-list";
import { EmptyState } from "@/app/_components/empty-state";
import { LinkRow } from "@/app/_components/link-row";
import { PageHeading } from "@/app/_components/page-heading";
import { hrefWith } from "@/lib/archive/hrefs";
import { choiceOf, type ListQuery } from "@/lib/archive/list-query";
import { vocabularies, vocabularySorts, type VocabularyKind } from "@/lib/archive/vocabulary-kinds";
import { loadVocabulary } from "@/lib/vocabularies/loaders";

/** What machines are told of the page of a controlled list. */
export function indexMetadata(kind: VocabularyKind) {
  const { path, many, explanation } = vocabularies[kind];
  return { title: many, description: `${explanation}.`, alternates: { canonical: path } };
}

/** The page of a controlled list: each entry that records carry, with how many do. */
export function indexPage(kind: VocabularyKind) {
  const { path, one, many, explanation, hrefOf } = vocabularies[kind];
  return async function VocabularyPage({ searchParams }: { searchParams: Promise<ListQuery> }) {
    const sort = choiceOf(await searchParams, "sort", vocabularySorts) ?? "name";
    const entries = await loadVocabulary(kind, sort);
    const byRank = kind === "classification" ? "Most secret first" : "By name";
    return (
      <>
        <PageHeading title={many} lead={`${explanation}.`} trail={[browseStep]} />
        {entries.length === 0 ? (
          <EmptyState title={`No ${many.toLowerCase()} yet`}>
            <p>
              No published record names a {one.toLowerCase()}. <a href="/browse">Browse in other ways</a>
            </p>
          </EmptyState>
        ) : null}
        {entries.length > 1 ? (
          <LinkRow
            label="Sort"
            links={[
              { href: path, label: byRank, isCurrent: sort === "name" },
              {
                href: hrefWith(path, { sort: "records" }),
                label: "Most records first",
                isCurrent: sort === "records",
              },
            ]}
          />
        ) : null}
        <CountedList
          entries={entries.map(({ key, name, records }) => ({
            href: hrefOf(key),
            name,
            description: null,
            records,
          }))}
        />
      </>
    );
  };
}
