import { letterOf, type HeadingListState } from "./heading-list";

/** Lines of a list of headings on one page. */
const headingsPerPage = 100;

type Heading = { readonly id: number; readonly name: string; readonly records: number };

/**
 * One page of the headings that a state asks for, out of all of them in the order of their names. `called` are the ids of those that
 * the state's words match, null where it has none. The page may lie beyond the last one and is then empty.
 */
export function headingPage<Row extends Heading>(
  rows: readonly Row[],
  state: HeadingListState,
  called: ReadonlySet<number> | null,
) {
  const matching = rows.filter(({ id }) => called === null || called.has(id));
  const chosen = matching.filter(({ name }) => state.letter === null || letterOf(name) === state.letter);
  const ordered = state.sort === null ? chosen : chosen.toSorted((a, b) => b.records - a.records);
  return {
    rows: ordered.slice((state.page - 1) * headingsPerPage, state.page * headingsPerPage),
    total: chosen.length,
    pages: Math.max(1, Math.ceil(chosen.length / headingsPerPage)),
    present: new Set(matching.map(({ name }) => letterOf(name))),
  };
}
