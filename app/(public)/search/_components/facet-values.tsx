import { EmptyState } from "@/app/_components/empty-state";
import { LinkRow } from "@/app/_components/link-row";
import { Pagination } from "@/app/_components/pagination";
import { numberInWords } from "@/lib/archive/counts";
import type { FacetValuePage } from "@/lib/search/facet-values";
import {
  facetHref,
  facetPath,
  facetPlurals,
  finderLabel,
  letterId,
  letterLinks,
  orderLinks,
  underLetters,
  type FacetPageState,
} from "@/lib/search/facet-view";
import type { FacetName } from "@/lib/search/facets";
import type { FacetValue } from "@/lib/search/results";
import type { SearchState } from "@/lib/search/state";
import { FacetEntry } from "./facet-entry";
import styles from "./facet-values.module.css";
import { KeptSearch } from "./kept-search";

type Properties = { state: SearchState; name: FacetName; asked: FacetPageState; list: FacetValuePage };

/** All values of a facet among the results of a search; choosing one, or leaving one out, leads back to the results. */
export function FacetValues({ state, name, asked, list }: Properties) {
  const links = letterLinks(state, name, asked, list);
  return (
    <>
      <FindField state={state} name={name} asked={asked} />
      <LinkRow label="Order" rel="nofollow" links={orderLinks(state, name, asked)} />
      {links.length > 0 ? <LinkRow label="First letter" rel="nofollow" links={links} /> : null}
      <p className={styles.total}>
        {numberInWords(list.total)} {facetPlurals[name]}
        {asked.find ? (
          <>
            {` matching “${asked.find}” · `}
            <a href={facetHref(state, name, { by: asked.by })} rel="nofollow">
              Show all
            </a>
          </>
        ) : null}
      </p>
      {list.total === 0 ? <EmptyState title={`No ${facetPlurals[name]} here`} /> : null}
      {links.length > 0 ? (
        underLetters(list.values).map(({ letter, label, values }) => (
          <section key={`${letter} ${values[0]?.value}`} aria-label={label}>
            <h2 id={letterId(letter)} className={styles.letter}>
              {label}
            </h2>
            <Values state={state} name={name} values={values} />
          </section>
        ))
      ) : (
        <Values state={state} name={name} values={list.values} />
      )}
      <Pagination
        page={list.page}
        pages={list.pages}
        rel="nofollow"
        hrefOf={(page) => facetHref(state, name, { ...asked, page })}
      />
    </>
  );
}

function FindField({ state, name, asked }: Omit<Properties, "list">) {
  const label = finderLabel(name);
  return (
    <search aria-label={label}>
      <form className={styles.find} action={facetPath(name)}>
        <KeptSearch state={state} />
        {asked.by === "name" ? <input type="hidden" name="by" value="name" /> : null}
        <input type="search" name="find" defaultValue={asked.find} aria-label={label} placeholder={label} />
        <button type="submit" data-quiet="">
          Find
        </button>
      </form>
    </search>
  );
}

function Values({
  state,
  name,
  values,
}: Omit<Properties, "asked" | "list"> & { values: readonly FacetValue[] }) {
  return (
    <ul role="list" className={styles.values}>
      {values.map((value) => (
        <FacetEntry key={value.value} state={state} name={name} value={value} />
      ))}
    </ul>
  );
}
