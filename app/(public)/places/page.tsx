import { browseStep } from "@/app/_components/breadcrumbs";
import { EmptyState } from "@/app/_components/empty-state";
import { HeadingBrowser } from "@/app/_components/heading-browser";
import { LinkRow } from "@/app/_components/link-row";
import { PageHeading } from "@/app/_components/page-heading";
import { TreeList } from "@/app/_components/tree-list";
import { numberInWords } from "@/lib/archive/counts";
import { headingListStateOf, type HeadingListState } from "@/lib/archive/heading-list";
import { placeHref } from "@/lib/archive/hrefs";
import { loadPlaceList, loadPlaceTree } from "@/lib/places/loaders";

type Properties = PageProps<"/places">;

export async function generateMetadata({ searchParams }: Properties) {
  const { view } = headingListStateOf(await searchParams);
  return {
    title: "Places",
    description: "The places that the documents are about, from regions down to cities.",
    alternates: { canonical: "/places" },
    ...(view === null ? {} : { robots: { index: false } }),
  };
}

export default async function PlacesPage({ searchParams }: Properties) {
  const state = headingListStateOf(await searchParams);
  return (
    <>
      <PageHeading
        title="Places"
        lead="Where things happened, and where documents were written. A place counts the records of everything within it."
        trail={[browseStep]}
      />
      <LinkRow
        label="View"
        links={[
          { href: "/places", label: "By region", isCurrent: state.view === null },
          { href: "/places?view=list", label: "A–Z", isCurrent: state.view === "list" },
          { href: "/map", label: "Map" },
        ]}
      />
      {state.view === null ? <Tree /> : <List state={state} />}
    </>
  );
}

async function Tree() {
  const { nodes, left } = await loadPlaceTree();
  if (nodes.length === 0) return <EmptyState title="No places yet" />;
  return (
    <>
      <TreeList nodes={nodes} hrefOf={placeHref} />
      {left > 0 ? (
        <p>
          <a href="/places?view=list">{numberInWords(left)} more places, A–Z</a>
        </p>
      ) : null}
    </>
  );
}

async function List({ state }: { state: HeadingListState }) {
  return <HeadingBrowser path="/places" state={state} noun="place" list={await loadPlaceList(state)} />;
}
