import { Fact, Facts } from "@/app/_components/facts";
import { PageHeading } from "@/app/_components/page-heading";
import { Prose } from "@/app/_components/prose";
import { RecordSection } from "@/app/_components/record-section";
import { TreeList } from "@/app/_components/tree-list";
import { WithAside } from "@/app/_components/with-aside";
import { readingOf } from "@/lib/archive/edtf";
import { placeHref } from "@/lib/archive/hrefs";
import { placeKindLabels } from "@/lib/archive/labels";
import { listViewOf } from "@/lib/archive/list-query";
import { topOf } from "@/lib/archive/tree";
import { loadPlace } from "@/lib/places/loaders";
import { coordinatesInWords } from "@/lib/places/view";
import { listCanonical } from "@/lib/record-lists/view";

type Properties = PageProps<"/places/[slug]">;

export async function generateMetadata({ params, searchParams }: Properties) {
  const { name, slug, scopeNote, list } = await loadPlace(
    (await params).slug,
    ...listViewOf(await searchParams),
  );
  return {
    title: name,
    description: scopeNote ?? `Documents about ${name}`,
    alternates: { canonical: listCanonical(placeHref(slug), list) },
  };
}

export default async function PlacePage({ params, searchParams }: Properties) {
  const place = await loadPlace((await params).slug, ...listViewOf(await searchParams));
  const { latitude, longitude } = place;
  return (
    <>
      <PageHeading
        title={place.name}
        kicker={placeKindLabels[place.kind]}
        trail={[
          { label: "Places", href: "/places" },
          ...place.ancestors.map((above) => ({ label: above.name, href: placeHref(above.slug) })),
        ]}
      />
      <WithAside
        aside={
          <Facts>
            <Fact label={place.names.length > 1 ? "Other names" : "Other name"}>
              {place.names.map(({ name, languageCode, direction, validEdtf }) => (
                <span key={name}>
                  <span lang={languageCode ?? undefined} dir={direction ?? undefined}>
                    {name}
                  </span>
                  {validEdtf ? <small> {readingOf(validEdtf) ?? validEdtf}</small> : null}
                </span>
              ))}
            </Fact>
            <Fact label="Coordinates">
              {latitude !== null && longitude !== null ? (
                <a
                  href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=7/${latitude}/${longitude}`}
                >
                  {coordinatesInWords(latitude, longitude)}
                </a>
              ) : null}
            </Fact>
            <Fact label="Elsewhere">
              {place.wikidataId ? (
                <a href={`https://www.wikidata.org/wiki/${place.wikidataId}`}>Wikidata {place.wikidataId}</a>
              ) : null}
            </Fact>
          </Facts>
        }
      >
        {place.scopeNote ? <Prose text={place.scopeNote} /> : null}
        {place.parts.length > 0 ? (
          <section aria-labelledby="parts">
            <h2 id="parts">Places within {place.name}</h2>
            <TreeList nodes={topOf(place.parts)} hrefOf={placeHref} />
          </section>
        ) : null}
      </WithAside>
      <RecordSection list={place.list} path={placeHref(place.slug)} />
    </>
  );
}
