import { hrefWith } from "./hrefs";
import { choiceOf, pageOf, parameterOf, type ListQuery } from "./list-query";
import { slugOf } from "./slug";

/** How the headings of a tree can be looked at: broad ones with what lies below, or all in one list. */
const headingViews = ["list"] as const;
const headingSorts = ["records"] as const;
/** The letters names begin with, and "other" for names that begin with none of them. */
export const letters = [...Array.from("abcdefghijklmnopqrstuvwxyz"), "other"];

/** What the address of a tree's page asks for; null stands for the usual. */
export type HeadingListState = {
  readonly view: "list" | null;
  /** Part of a name. */
  readonly q: string | null;
  /** Only what lies below this: the slug of a place, the words of a subject heading. */
  readonly under: string | null;
  readonly letter: string | null;
  /** By name, or those with most records first. */
  readonly sort: "records" | null;
  readonly page: number;
};

/** Reads the state from the address; whoever asks for words or a letter means the list. */
export function headingListStateOf(query: ListQuery): HeadingListState {
  const narrowed = {
    q: parameterOf(query, "q")?.slice(0, 100) ?? null,
    under: parameterOf(query, "under")?.slice(0, 300) ?? null,
    letter: choiceOf(query, "letter", letters),
    sort: choiceOf(query, "sort", headingSorts),
  };
  const isList = Object.values(narrowed).some((value) => value !== null);
  return { ...narrowed, view: isList ? "list" : choiceOf(query, "view", headingViews), page: pageOf(query) };
}

/** The address of a state at `path`; what is usual vanishes, and a change begins the list anew. */
export function headingListHref(
  path: string,
  state: HeadingListState,
  change: Partial<HeadingListState> = {},
): string {
  const { view, q, under, letter, sort, page } = { ...state, page: 1, ...change };
  const isNarrowed = [q, under, letter, sort].some((value) => value !== null);
  return hrefWith(path, {
    view: isNarrowed ? null : view,
    q,
    under,
    letter,
    sort,
    page: page > 1 ? page : null,
  });
}

/** The letter that a name in any script stands under. */
export function letterOf(name: string): string {
  const first = slugOf(name).charAt(0);
  return /[a-z]/.test(first) ? first : "other";
}
