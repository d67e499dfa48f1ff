import { EmptyState } from "@/app/_components/empty-state";
import { PageHeading } from "@/app/_components/page-heading";
import { TreeList } from "@/app/_components/tree-list";
import { placeHref } from "@/lib/archive/hrefs";
import { loadPlaceTree } from "@/lib/places/loaders";

export const metadata = {
  title: "Places",
  description: "The places that the documents are about, from regions down to cities.",
  alternates: { canonical: "/places" },
};

export default async function PlacesPage() {
  const places = await loadPlaceTree();
  return (
    <>
      <PageHeading
        title="Places"
        lead="Where things happened, and where documents were written. A place counts the records of everything within it."
      />
      {places.length === 0 ? <EmptyState title="No places yet" /> : null}
      <TreeList nodes={places} hrefOf={placeHref} />
    </>
  );
}
