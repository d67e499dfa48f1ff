import { Fact, Facts } from "@/app/_components/facts";
import { PageHeading } from "@/app/_components/page-heading";
import { Prose } from "@/app/_components/prose";
import { RecordSection } from "@/app/_components/record-section";
import { WithAside } from "@/app/_components/with-aside";
import { placeHref, repositoryHref } from "@/lib/archive/hrefs";
import { listViewOf } from "@/lib/archive/list-query";
import { listCanonical } from "@/lib/record-lists/view";
import { loadRepository } from "@/lib/repositories/loaders";

type Properties = PageProps<"/repositories/[slug]">;

export async function generateMetadata({ params, searchParams }: Properties) {
  const { name, slug, list } = await loadRepository((await params).slug, ...listViewOf(await searchParams));
  return {
    title: name,
    description: `Documents whose originals are held by ${name}`,
    alternates: { canonical: listCanonical(repositoryHref(slug), list) },
  };
}

export default async function RepositoryPage({ params, searchParams }: Properties) {
  const repository = await loadRepository((await params).slug, ...listViewOf(await searchParams));
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
      <RecordSection list={repository.list} path={repositoryHref(repository.slug)} />
    </>
  );
}
