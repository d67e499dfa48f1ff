import { countOf } from "@/lib/archive/counts";
import { headingListHref, letters, type HeadingListState } from "@/lib/archive/heading-list";
import { CountedList } from "./counted-list";
import { EmptyState } from "./empty-state";
import styles from "./heading-browser.module.css";
import { LinkRow } from "./link-row";
import { Pagination } from "./pagination";

type Properties = {
  path: string;
  state: HeadingListState;
  /** One of the things listed: "place", "heading". */
  noun: string;
  list: {
    entries: readonly { href: string; name: string; description: string | null; records: number }[];
    total: number;
    pages: number;
    /** The letters that names begin with. */
    present: ReadonlySet<string>;
  };
};

/** All the headings of a tree in one list: found by words, by letter, by name or by number of records. */
export function HeadingBrowser({ path, state, noun, list }: Properties) {
  const href = (change: Partial<HeadingListState>) => headingListHref(path, state, change);
  return (
    <>
      <search aria-label={`Find a ${noun}`}>
        <form className={styles.form} action={path}>
          {state.under ? <input type="hidden" name="under" value={state.under} /> : null}
          <input
            type="search"
            name="q"
            defaultValue={state.q ?? ""}
            aria-label="Name"
            placeholder={`Find a ${noun}`}
          />
          <button type="submit" data-quiet="">
            Find
          </button>
        </form>
      </search>
      <LinkRow
        label="First letter"
        links={letters
          .filter((letter) => letter !== "other" || list.present.has(letter))
          .map((letter) => ({
            href: list.present.has(letter) ? href({ letter, q: null }) : null,
            label: letter === "other" ? "Other" : letter.toUpperCase(),
            isCurrent: state.letter === letter,
          }))}
      />
      <LinkRow
        label="Sort"
        links={[
          { href: href({ sort: null, view: "list" }), label: "By name", isCurrent: state.sort === null },
          { href: href({ sort: "records" }), label: "Most records first", isCurrent: state.sort !== null },
        ]}
      />
      <p className={styles.total}>
        {countOf(list.total, noun)}
        {state.q ? ` matching “${state.q}”` : null}
      </p>
      {list.total === 0 ? (
        <EmptyState title={`No ${noun} here`}>
          <p>
            <a href={`${path}?view=list`} rel="nofollow">
              Show all
            </a>
          </p>
        </EmptyState>
      ) : null}
      <CountedList entries={list.entries} />
      <Pagination page={state.page} pages={list.pages} hrefOf={(page) => href({ page, view: "list" })} />
    </>
  );
}
