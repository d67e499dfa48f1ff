import { CountedList } from "@/app/_components/counted-list";
import { LinkRow } from "@/app/_components/link-row";
import { PageHeading } from "@/app/_components/page-heading";
import { Prose } from "@/app/_components/prose";
import { RecordSection } from "@/app/_components/record-section";
import { TreeList } from "@/app/_components/tree-list";
import { WithAside } from "@/app/_components/with-aside";
import { YearChart } from "@/app/_components/year-chart";
import { countOf } from "@/lib/archive/counts";
import { agentHref, hrefWith, placeHref } from "@/lib/archive/hrefs";
import { placeKindLabels } from "@/lib/archive/labels";
import { listViewOf, parameterOf } from "@/lib/archive/list-query";
import { topOf } from "@/lib/archive/tree";
import { loadPlace } from "@/lib/places/loaders";
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
        {place.parts.length > 0 ? (
          <section aria-labelledby="parts">
            <h2 id="parts">Places within {place.name}</h2>
            <TreeList nodes={topOf(place.parts)} hrefOf={placeHref} />
            {place.partsLeft > 0 ? (
              <p>
                <a href={hrefWith("/places", { under: place.slug })}>
                  {countOf(place.partsLeft, "more place")}, A–Z
                </a>
              </p>
            ) : null}
          </section>
        ) : null}
        <YearChart
          years={place.years}
          hrefOf={(year) => `${hrefWith(path, { ...within, year })}#records`}
          chosen={place.list.year}
        />
        {place.people.length > 0 ? (
          <section aria-labelledby="people">
            <h2 id="people">People most often in these records</h2>
            <CountedList
              entries={place.people.map(({ slug, ...agent }) => ({ ...agent, href: agentHref(slug) }))}
            />
          </section>
        ) : null}
      </WithAside>
      <RecordSection
        list={place.list}
        path={path}
        query={within}
        above={
          place.parts.length === 0 ? null : (
            <LinkRow
              label="Which records"
              links={[
                { href: `${path}#records`, label: "With the places within it", isCurrent: !isAlone },
                {
                  href: `${hrefWith(path, { within: "no" })}#records`,
                  label: `Of ${place.name} itself`,
                  isCurrent: isAlone,
                },
              ]}
            />
          )
        }
      />
    </>
  );
}
