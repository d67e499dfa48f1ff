import type { Metadata } from "next";
import { Notice } from "@/app/_components/notice";
import { PageHeading } from "@/app/_components/page-heading";
import { searchFileHref } from "@/lib/search/formats";
import { loadSearch, loadSearchState } from "@/lib/search/loaders";
import { blankSearch, searchHref } from "@/lib/search/state";
import { remarksOn, searchInWords, titleOf } from "@/lib/search/view";
import { FilterChips } from "./_components/filter-chips";
import { ResultDownloads } from "./_components/result-downloads";
import { SearchFields } from "./_components/search-fields";
import { SearchFindings } from "./_components/search-findings";
import { TookTooLong } from "./_components/took-too-long";
import styles from "./search.module.css";

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
  const { state, days, limits, results, places } = await loadSearch(await searchParams);
  const found = results.status === "found" ? results : null;
  return (
    <>
      {found ? (
        <a className={`visually-hidden ${styles.skip}`} href="#results">
          Skip to the results
        </a>
      ) : null}
      <PageHeading
        title={state.query ? searchInWords(state) : "Search the archive"}
        isSmall={state.query !== ""}
      />
      <SearchFields state={state} unreadable={days.unreadable} />
      {remarksOn(state, days, limits).map((remark) => (
        <Notice key={remark}>{remark}</Notice>
      ))}
      <FilterChips state={state} facets={found?.facets ?? []} />
      {found ? (
        <>
          <SearchFindings state={state} results={found} places={places} />
          {found.total > 0 ? <ResultDownloads state={state} total={found.total} /> : null}
        </>
      ) : (
        <TookTooLong />
      )}
    </>
  );
}
