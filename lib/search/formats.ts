import { blankSearch, searchParamsOf, type SearchState } from "./state";

/** What an answer can be read as besides the page; the name is what the address says after `format=`. */
export const searchFormats = [
  {
    name: "csv",
    label: "CSV",
    mediaType: "text/csv; charset=utf-8; header=present",
    /** What it is good for, where it is offered. */
    use: "for spreadsheets",
  },
  {
    name: "json",
    label: "JSON",
    // JSON has no parameter for its encoding: it is UTF-8.
    mediaType: "application/json",
    use: "for programs",
  },
  {
    name: "ris",
    label: "RIS",
    mediaType: "application/x-research-info-systems; charset=utf-8",
    use: "for reference managers",
  },
  {
    name: "atom",
    label: "Atom",
    mediaType: "application/atom+xml; charset=utf-8",
    use: "for feed readers",
  },
] as const;

export type SearchFormat = (typeof searchFormats)[number]["name"];

/** The parameter that asks for a format. */
const asked = "format";

/** The format that an address asks for: null where it asks for the page, "unknown" where nobody can tell what it wants. */
export function formatIn(params: URLSearchParams): SearchFormat | "unknown" | null {
  const wanted = params.getAll(asked).findLast((value) => value.trim() !== "");
  if (wanted === undefined) return null;
  const name = wanted.trim().toLowerCase();
  return searchFormats.find((format) => format.name === name)?.name ?? "unknown";
}

/**
 * The address of all that a search finds in a format, or of one page of it (JSON). How the page would show it is left out, and so is the
 * order of a feed, which has its own.
 */
export function searchFileHref(state: SearchState, format: SearchFormat, page: number | null = null): string {
  const sort = format === "atom" ? blankSearch.sort : state.sort;
  const params = new URLSearchParams(searchParamsOf({ ...state, sort, page: 1, view: blankSearch.view }));
  params.set(asked, format);
  if (page !== null) params.set("page", String(page));
  return `/search?${params}`;
}
