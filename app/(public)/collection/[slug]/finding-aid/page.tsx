import { PageHeading } from "@/app/_components/page-heading";
import { Pagination } from "@/app/_components/pagination";
import { collectionHref, findingAidHref, pageHref } from "@/lib/archive/hrefs";
import { pageOf } from "@/lib/archive/list-query";
import { loadFindingAid } from "@/lib/collections/loaders";
import { ContainerList } from "./_components/container-list";
import { DescriptionAreas } from "./_components/description-areas";

type Properties = PageProps<"/collection/[slug]/finding-aid">;

export async function generateMetadata({ params, searchParams }: Properties) {
  const { title, slug, page } = await loadFindingAid((await params).slug, pageOf(await searchParams));
  return {
    title: `Finding aid: ${title}`,
    description: `What ${title} holds, how it is arranged and where the originals are.`,
    alternates: { canonical: pageHref(findingAidHref(slug), page) },
  };
}

export default async function FindingAidPage({ params, searchParams }: Properties) {
  const aid = await loadFindingAid((await params).slug, pageOf(await searchParams));
  return (
    <>
      <PageHeading
        title={aid.title}
        kicker="Finding aid"
        trail={[
          { label: "Collections", href: "/collections" },
          ...aid.ancestors.map((above) => ({ label: above.name, href: collectionHref(above.slug) })),
          { label: aid.title, href: collectionHref(aid.slug) },
        ]}
      />
      {aid.page === 1 ? <DescriptionAreas aid={aid} /> : null}
      <ContainerList containers={aid.containers} />
      <Pagination
        page={aid.page}
        pages={aid.pages}
        hrefOf={(page) => pageHref(findingAidHref(aid.slug), page)}
      />
    </>
  );
}
