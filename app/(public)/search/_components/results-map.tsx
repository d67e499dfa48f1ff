import { PlaceMap } from "@/app/_components/place-map";
import { EmptyState } from "@/app/_components/empty-state";
import { numberInWords } from "@/lib/archive/counts";
import { positionInWords } from "@/lib/maps/view";
import { facetHref } from "@/lib/search/facet-view";
import type { FoundPlaces } from "@/lib/search/found-places";
import { placesInWords } from "@/lib/search/places-view";
import { searchHref, toggled, type SearchState } from "@/lib/search/state";
import styles from "./results-map.module.css";

type Properties = { state: SearchState; places: FoundPlaces };

/** The places that all the results name on a map, each a way to narrow them, and the same as a table. */
export function ResultsMap({ state, places }: Properties) {
  if (places.total === 0) return <EmptyState title="None of these records names a place" />;
  // The places of one search are alternatives: one besides others would find more and not less.
  const { place: _others, ...filters } = state.filters;
  const hrefOf = (slug: string) => searchHref(toggled({ ...state, filters, view: "list" }, "place", slug));
  const summary = placesInWords(places);
  return (
    <div className={styles.places}>
      <p className={styles.summary}>{summary}</p>
      <PlaceMap
        places={places.drawn.map((place) => ({ ...place, href: hrefOf(place.slug) }))}
        label={`Map of the results. ${summary}`}
        rel="nofollow"
      />
      <table className={styles.table}>
        <caption>{places.listed.length < places.total ? "Places named most" : "Places"}</caption>
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col" className={styles.number}>
              Records
            </th>
            <th scope="col">On the map</th>
          </tr>
        </thead>
        <tbody>
          {places.listed.map(({ slug, name, count, by }) => (
            <tr key={slug}>
              <th scope="row">
                <a href={hrefOf(slug)} rel="nofollow">
                  {name}
                </a>
              </th>
              <td className={styles.number}>{numberInWords(count)}</td>
              <td className={styles.position}>{positionInWords(by)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {places.listed.length < places.total ? (
        <p>
          <a href={facetHref(state, "place")} rel="nofollow">
            All {numberInWords(places.total)} places
          </a>
        </p>
      ) : null}
    </div>
  );
}
