import type { Metadata } from "next";
import { PageHeading } from "@/app/_components/page-heading";
import { capitalised } from "@/lib/archive/listed-record";
import { facetPlurals } from "@/lib/search/facet-view";
import { loadFacetPage } from "@/lib/search/loaders";
import { searchHref } from "@/lib/search/state";
import { searchInWords } from "@/lib/search/view";
import { FacetValues } from "../../_components/facet-values";
import { TookTooLong } from "../../_components/took-too-long";

type Properties = PageProps<"/search/facets/[facet]">;

const load = async ({ params, searchParams }: Properties) =>
  loadFacetPage((await params).facet, await searchParams);

export async function generateMetadata(properties: Properties): Promise<Metadata> {
  const { facet, state } = await load(properties);
  return {
    title: `${capitalised(facetPlurals[facet.name])} – ${searchInWords(state)}`,
    // One of an endless number of lists of things that have pages of their own.
    robots: { index: false, follow: true },
  };
}

export default async function FacetPage(properties: Properties) {
  const { facet, state, asked, list } = await load(properties);
  const words = searchInWords(state);
  return (
    <>
      <PageHeading
        title={capitalised(facetPlurals[facet.name])}
        lead="Choose one to narrow the results to it, or leave it out of them."
        trail={[{ label: words, href: searchHref(state) }]}
        isSmall
      />
      {list ? <FacetValues state={state} name={facet.name} asked={asked} list={list} /> : <TookTooLong />}
    </>
  );
}
