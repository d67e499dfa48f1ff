import { browseStep } from "@/app/_components/breadcrumbs";
import { EmptyState } from "@/app/_components/empty-state";
import { PageHeading } from "@/app/_components/page-heading";
import { Pagination } from "@/app/_components/pagination";
import { PlaceMap } from "@/app/_components/place-map";
import { placeHref } from "@/lib/archive/hrefs";
import { loadMap } from "@/lib/maps/loaders";
import { isMapNarrowed, mapHref, mapStateOf } from "@/lib/maps/state";
import { mapSummary } from "@/lib/maps/view";
import { MapFilters } from "./_components/map-filters";
import { PlaceTable } from "./_components/place-table";
import styles from "./map.module.css";

type Properties = PageProps<"/map">;

export async function generateMetadata({ searchParams }: Properties) {
  return {
    title: "Map",
    description:
      "The places of the documents on a map, by year and by what a place has to do with a document.",
    alternates: { canonical: "/map" },
    ...(isMapNarrowed(mapStateOf(await searchParams)) ? { robots: { index: false } } : {}),
  };
}

export default async function MapPage({ searchParams }: Properties) {
  const state = mapStateOf(await searchParams);
  const map = await loadMap(state);
  const summary = mapSummary(state, map);
  return (
    <>
      <PageHeading
        title={map.region ? `Map of ${map.region.name}` : "Map"}
        lead="Where things happened, and where documents were written. The bigger a circle, the more records name the place."
        trail={
          map.region
            ? [
                { label: "Places", href: "/places" },
                { label: map.region.name, href: placeHref(map.region.slug) },
              ]
            : [browseStep]
        }
      />
      <MapFilters state={state} decades={map.decades} />
      <p className={styles.summary} role="status">
        {summary}
      </p>
      <PlaceMap places={map.drawn} view={map.view} label={`Map: ${summary}`} />
      {map.total === 0 ? (
        <EmptyState title="No places here">
          <p>
            <a href="/map">Show the whole map</a>
          </p>
        </EmptyState>
      ) : (
        <PlaceTable places={map.places} state={state} />
      )}
      <Pagination page={state.page} pages={map.pages} hrefOf={(page) => mapHref(state, { page })} />
    </>
  );
}
