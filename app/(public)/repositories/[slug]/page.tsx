import { Fact, Facts } from "@/app/_components/facts";
import { PageHeading } from "@/app/_components/page-heading";
import { Prose } from "@/app/_components/prose";
import { RecordSection } from "@/app/_components/record-section";
import { TreeList } from "@/app/_components/tree-list";
import { WithAside } from "@/app/_components/with-aside";
import { placeHref, repositoryHref } from "@/lib/archive/hrefs";
import { listViewOf, pageOf, parameterOf } from "@/lib/archive/list-query";
import { listCanonical } from "@/lib/record-lists/view";
import { loadRepository } from "@/lib/repositories/loaders";
import { HoldingParts } from "./_components/holding-parts";
import { PartFinder } from "./_components/part-finder";

type Properties = PageProps<"/repositories/[slug]">;

async function repositoryAt({ params, searchParams }: Properties) {
  const query = await searchParams;
  const words = parameterOf(query, "q")?.slice(0, 100) ?? null;
  const repository = await loadRepository(
    (await params).slug,
    pageOf(query, "part"),
    words,
    ...listViewOf(query),
  );
  return { words, repository };
}

export async function generateMetadata(properties: Properties) {
  const { words, repository } = await repositoryAt(properties);
  const { name, slug, list } = repository;
  return {
    title: name,
    description: `Documents whose originals are held by ${name}`,
    alternates: { canonical: listCanonical(repositoryHref(slug), list) },
    ...(words === null ? {} : { robots: { index: false } }),
  };
}

export default async function RepositoryPage(properties: Properties) {
  const { words, repository } = await repositoryAt(properties);
  const path = repositoryHref(repository.slug);
  return (
    <>
      <PageHeading
        title={repository.name}
        kicker="Archive"
        trail={[{ label: "Archives", href: "/repositories" }]}
      />
      <WithAside
        aside={
          <Facts>
            <Fact label="Cited as">{repository.abbreviation}</Fact>
            <Fact label="Other names">
              {repository.otherNames.map((name) => (
                <span key={name}>{name}</span>
              ))}
            </Fact>
            <Fact label="Place">
              {repository.place ? (
                <a href={placeHref(repository.place.slug)}>{repository.place.name}</a>
              ) : null}
            </Fact>
            <Fact label="Website">
              {repository.uri ? <a href={repository.uri}>{new URL(repository.uri).host}</a> : null}
            </Fact>
          </Facts>
        }
      >
        {repository.description ? <Prose text={repository.description} /> : null}
      </WithAside>
      {repository.isLong ? <PartFinder path={path} words={words} parts={repository.parts} /> : null}
      {repository.tree && repository.tree.length > 0 ? (
        <section aria-labelledby="parts">
          <h2 id="parts">Held here</h2>
          <TreeList nodes={repository.tree} hrefOf={(href) => href} />
        </section>
      ) : null}
      {repository.parts ? <HoldingParts parts={repository.parts} path={path} words={words} /> : null}
      <RecordSection
        list={repository.list}
        path={path}
        within={{ label: "Search within this archive", facet: "repository", value: repository.slug }}
      />
    </>
  );
}
