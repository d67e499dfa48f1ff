import type { Metadata } from "next";
import { paramsFrom } from "@/lib/search/loaders";
import { loadNewSearch } from "@/lib/saved-searches/loaders";
import { DeskHeading } from "../../_components/desk-heading";
import { saveSearch } from "../actions";
import { SearchForm } from "../_components/search-form";

export const metadata: Metadata = { title: "Save a search" };

/** Saves the search whose parameters the address carries. */
export default async function NewSearchPage({ searchParams }: PageProps<"/admin/searches/new">) {
  const { name, address, words } = await loadNewSearch(paramsFrom(await searchParams));
  return (
    <>
      <DeskHeading title="Save this search" kicker={<a href="/admin/searches">Saved searches</a>} />
      <SearchForm
        action={saveSearch.bind(null, null)}
        values={{ name, address }}
        words={words}
        isLocked={false}
      />
    </>
  );
}
