import { numberInWords } from "@/lib/archive/counts";
import type { FacetName } from "@/lib/search/facets";
import type { FacetValue } from "@/lib/search/results";
import { searchHref, toggled, toggledExclusion, type SearchState } from "@/lib/search/state";
import styles from "./facet-entry.module.css";

type Properties = { state: SearchState; name: FacetName; value: FacetValue };

/** Deeper values than this stand no further in: a column has only so much room. */
const deepest = 5;

/** A value of a facet as a line of a list: a link that chooses it or gives it up, and one that leaves it out. */
export function FacetEntry({ state, name, value }: Properties) {
  const { label, depth } = value;
  const exclusion = searchHref(toggledExclusion(state, name, value.value));
  return (
    <li className={styles.entry} data-depth={Math.min(depth, deepest) || undefined}>
      {value.state === "excluded" ? (
        <LeftOut value={value} href={exclusion} />
      ) : (
        <Choice value={value} href={searchHref(toggled(state, name, value.value))} />
      )}
      {value.state === "offered" ? (
        <a className={styles.not} href={exclusion} rel="nofollow">
          Leave out<span className="visually-hidden"> {label}</span>
        </a>
      ) : null}
    </li>
  );
}

type LinkProperties = { value: FacetValue; href: string };

function Choice({ value: { label, count, hasNarrower, state }, href }: LinkProperties) {
  const isChosen = state === "chosen";
  return (
    <a
      className={styles.value}
      href={href}
      rel="nofollow"
      title={label}
      data-chosen={isChosen ? "" : undefined}
    >
      <span className={styles.label}>
        {isChosen ? <span className="visually-hidden">Remove filter </span> : null}
        {label}
        {hasNarrower && !isChosen ? <span aria-hidden="true"> ›</span> : null}
      </span>{" "}
      <span className={styles.count}>{numberInWords(count)}</span>
    </a>
  );
}

function LeftOut({ value: { label, count }, href }: LinkProperties) {
  return (
    <a className={styles.value} href={href} rel="nofollow" title={label} data-left-out="">
      <span className={styles.label}>
        <span className="visually-hidden">No longer leave out </span>
        <s>{label}</s>
      </span>{" "}
      <span className={styles.count}>
        <span aria-hidden="true">−</span>
        {numberInWords(count)}
        <span className="visually-hidden"> left out</span>
      </span>
    </a>
  );
}
