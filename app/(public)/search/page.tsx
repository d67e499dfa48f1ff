import type { Metadata } from "next";
import { EmptyState } from "@/app/_components/empty-state";
import { Notice } from "@/app/_components/notice";
import { PageHeading } from "@/app/_components/page-heading";
import { searchFileHref } from "@/lib/search/formats";
import { loadSearch, loadSearchState } from "@/lib/search/loaders";
import { blankSearch, searchHref } from "@/lib/search/state";
import { remarksOn, titleOf } from "@/lib/search/view";
import { FilterChips } from "./_components/filter-chips";
import { ResultDownloads } from "./_components/result-downloads";
import { SearchFields } from "./_components/search-fields";
import { SearchFindings } from "./_components/search-findings";

export async function generateMetadata({ searchParams }: PageProps<"/search">): Promise<Metadata> {
  const state = loadSearchState(await searchParams);
  const { query, scope } = state;
  const canonical = searchHref({ ...blankSearch, query, scope });
  return {
    title: titleOf(state),
    alternates: {
      canonical,
      types: { "application/atom+xml": [{ title: "New records", url: searchFileHref(state, "atom") }] },
    },
    // Filters make an endless number of pages of the same records; what they list is found by the records' own pages.
    ...(searchHref(state) === canonical ? {} : { robots: { index: false, follow: true } }),
  };
}

export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const { state, days, limits, results } = await loadSearch(await searchParams);
  const found = results.status === "found" ? results : null;
  return (
    <>
      <PageHeading title={state.query ? `Results for “${state.query}”` : "Search the archive"} />
      <SearchFields state={state} unreadable={days.unreadable} />
      {remarksOn(state, days, limits).map((remark) => (
        <Notice key={remark}>{remark}</Notice>
      ))}
      <FilterChips state={state} facets={found?.facets ?? []} />
      {found ? (
        <>
          <SearchFindings state={state} results={found} />
          <ResultDownloads state={state} total={found.total} />
        </>
      ) : (
        <EmptyState title="This search took too long">
          <p>
            The archive is answering more slowly than usual. Try again in a moment, or ask for something
            narrower: more words, a span of dates, or one collection.
          </p>
        </EmptyState>
      )}
    </>
  );
}
