import { CoverPicture } from "@/app/_components/cover-picture";
import { Fact, Facts } from "@/app/_components/facts";
import { Markdown } from "@/app/_components/markdown";
import { PageHeading } from "@/app/_components/page-heading";
import { RecordSection } from "@/app/_components/record-section";
import { TreeList } from "@/app/_components/tree-list";
import { WithAside } from "@/app/_components/with-aside";
import { countOf } from "@/lib/archive/counts";
import { collectionHref, findingAidHref, themeHref } from "@/lib/archive/hrefs";
import { collectionLevelLabels } from "@/lib/archive/labels";
import { listViewOf } from "@/lib/archive/list-query";
import { topOf } from "@/lib/archive/tree";
import { loadCollection } from "@/lib/collections/loaders";
import { listCanonical } from "@/lib/record-lists/view";

type Properties = PageProps<"/collection/[slug]">;

export async function generateMetadata({ params, searchParams }: Properties) {
  const view = listViewOf(await searchParams);
  const { title, abstract, slug, list } = await loadCollection((await params).slug, ...view);
  return {
    title: list.page > 1 ? `${title}, page ${list.page}` : title,
    description: abstract ?? undefined,
    alternates: { canonical: listCanonical(collectionHref(slug), list) },
  };
}

export default async function CollectionPage({ params, searchParams }: Properties) {
  const collection = await loadCollection((await params).slug, ...listViewOf(await searchParams));
  const { slug, title, abstract, essay, level, list, parts, years, themes, ancestors, cover } = collection;
  const isFirst = list.page === 1 && list.year === null;
  return (
    <>
      <PageHeading
        title={title}
        kicker={collectionLevelLabels[level]}
        lead={isFirst ? abstract : null}
        trail={[
          { label: "Collections", href: "/collections" },
          ...ancestors.map((above) => ({ label: above.name, href: collectionHref(above.slug) })),
        ]}
      />
      {isFirst ? (
        <WithAside
          aside={
            <>
              {cover ? <CoverPicture cover={cover} /> : null}
              <Facts>
                <Fact label="Holds">{countOf(list.total, "record")}</Fact>
                <Fact label="Years">{years}</Fact>
                <Fact label="Level">{collectionLevelLabels[level]}</Fact>
                <Fact label="For scholars">
                  <a href={findingAidHref(slug)}>Finding aid</a>
                </Fact>
                <Fact label={themes.length > 1 ? "Themes" : "Theme"}>
                  {themes.map((theme) => (
                    <a key={theme.slug} href={themeHref(theme.slug)}>
                      {theme.title}
                    </a>
                  ))}
                </Fact>
              </Facts>
            </>
          }
        >
          {essay ? (
            <section aria-labelledby="essay">
              <h2 id="essay" className="visually-hidden">
                About this collection
              </h2>
              <Markdown source={essay} />
            </section>
          ) : null}
          {parts.length > 0 ? (
            <section aria-labelledby="parts">
              <h2 id="parts">Parts of this collection</h2>
              <TreeList nodes={topOf(parts)} hrefOf={collectionHref} />
            </section>
          ) : null}
        </WithAside>
      ) : null}
      <RecordSection
        list={list}
        path={collectionHref(slug)}
        within={{ label: "Search within this collection", facet: "collection", value: slug }}
      />
    </>
  );
}
