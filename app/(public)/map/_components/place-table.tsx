import { relOf } from "@/lib/archive/hrefs";
import { numberInWords } from "@/lib/archive/counts";
import type { TabledPlace } from "@/lib/maps/loaders";
import { mapHref, type MapSort, type MapState } from "@/lib/maps/state";
import { positionInWords } from "@/lib/maps/view";
import styles from "./place-table.module.css";

type Properties = { places: readonly TabledPlace[]; state: MapState };

/** The same places as the map's as a table, with those that could not be drawn. */
export function PlaceTable({ places, state }: Properties) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">The places of the map</caption>
      <thead>
        <tr>
          <SortHead state={state} sort="name" order="ascending" label="Place" />
          <SortHead state={state} sort="country" order="ascending" label="Country" />
          <SortHead state={state} sort="records" order="descending" label="Records" />
          <th scope="col">On the map</th>
        </tr>
      </thead>
      <tbody>
        {places.map(({ slug, name, country, count, href, by }) => (
          <tr key={slug}>
            <th scope="row">
              <a href={href} rel={relOf(href)}>
                {name}
              </a>
            </th>
            <td>{country === name ? null : country}</td>
            <td className={styles.number}>{numberInWords(count)}</td>
            <td className={styles.position}>{positionInWords(by)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type HeadProperties = {
  state: MapState;
  sort: MapSort;
  order: "ascending" | "descending";
  label: string;
};

function SortHead({ state, sort, order, label }: HeadProperties) {
  const isCurrent = state.sort === sort;
  return (
    <th
      scope="col"
      aria-sort={isCurrent ? order : undefined}
      className={sort === "records" ? styles.number : undefined}
    >
      {isCurrent ? (
        label
      ) : (
        <a href={mapHref(state, { sort })} rel="nofollow">
          {label}
        </a>
      )}
    </th>
  );
}
