import { CountedSection } from "@/app/_components/counted-section";
import { LinkRow } from "@/app/_components/link-row";
import { PageHeading } from "@/app/_components/page-heading";
import { PartsSection } from "@/app/_components/parts-section";
import { Prose } from "@/app/_components/prose";
import { RecordSection } from "@/app/_components/record-section";
import { WithAside } from "@/app/_components/with-aside";
import { YearChart } from "@/app/_components/year-chart";
import { agentHref, hrefWith, placeHref } from "@/lib/archive/hrefs";
import { placeKindLabels } from "@/lib/archive/labels";
import { listViewOf, parameterOf } from "@/lib/archive/list-query";
import { loadPlace } from "@/lib/places/loaders";
import { withinLinks } from "@/lib/places/view";
import { listCanonical } from "@/lib/record-lists/view";
import { PlaceFacts } from "./_components/place-facts";

type Properties = PageProps<"/places/[slug]">;

async function placeOf({ params, searchParams }: Properties) {
  const query = await searchParams;
  const isAlone = parameterOf(query, "within") === "no";
  return { isAlone, place: await loadPlace((await params).slug, isAlone, ...listViewOf(query)) };
}

export async function generateMetadata(properties: Properties) {
  const { name, slug, scopeNote, list } = (await placeOf(properties)).place;
  return {
    title: name,
    description: scopeNote ?? `Documents about ${name}`,
    alternates: { canonical: listCanonical(placeHref(slug), list) },
  };
}

export default async function PlacePage(properties: Properties) {
  const { place, isAlone } = await placeOf(properties);
  const path = placeHref(place.slug);
  const within = { within: isAlone ? "no" : null };
  const trail = place.ancestors.map((above) => ({ label: above.name, href: placeHref(above.slug) }));
  return (
    <>
      <PageHeading
        title={place.name}
        kicker={placeKindLabels[place.kind]}
        trail={[{ label: "Places", href: "/places" }, ...trail]}
      />
      <WithAside aside={<PlaceFacts place={place} />}>
        {place.scopeNote ? <Prose text={place.scopeNote} /> : null}
        <PartsSection
          heading={`Places within ${place.name}`}
          parts={place.parts}
          hrefOf={placeHref}
          left={place.partsLeft}
          noun="place"
          listHref={hrefWith("/places", { under: place.slug })}
        />
        <YearChart
          years={place.years}
          hrefOf={(year) => `${hrefWith(path, { ...within, year })}#records`}
          chosen={place.list.year}
        />
        <CountedSection
          id="people"
          heading="People most often in these records"
          entries={place.people.map(({ slug, ...agent }) => ({ ...agent, href: agentHref(slug) }))}
        />
      </WithAside>
      <RecordSection
        list={place.list}
        path={path}
        query={within}
        within={{ label: `Search within the records on ${place.name}`, facet: "place", value: place.slug }}
        above={<LinkRow label="Which records" links={withinLinks(place, isAlone)} />}
      />
    </>
  );
}
