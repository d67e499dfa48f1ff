import { z } from "zod";
import { required } from "@/lib/form-fields";
import {
  blankSearch,
  parseSearchState,
  searchHref,
  searchParamsOf,
  type SearchState,
} from "@/lib/search/state";

const longestName = 120;
/** As long as an address may be that the server takes. */
const longestAddress = 8_000;

/** The search that stored parameters stand for. */
export const stateOf = (parameters: string): SearchState => parseSearchState(new URLSearchParams(parameters));

/** A search as parameters to be stored: in one order, from its first page, shown as usual. */
export const parametersOf = (state: SearchState): string =>
  new URLSearchParams(searchParamsOf({ ...state, page: 1, view: blankSearch.view })).toString();

/** The address of a search as a form shows it. */
export const shownAddress = (parameters: string): string =>
  decodedForReading(searchHref(stateOf(parameters)));

/** Letters of all scripts as letters; what would change the meaning of the address stays as it is. */
function decodedForReading(href: string): string {
  return href.replaceAll(/(?:%[89A-F][0-9A-F])+/g, (letters) => {
    try {
      return decodeURIComponent(letters);
    } catch {
      return letters;
    }
  });
}

/** The query of an address of results, whole or without its host; null for any other address. */
function queryIn(address: string): string | null {
  if (!URL.canParse(address, "https://archive.invalid/")) return null;
  const { pathname, search } = new URL(address, "https://archive.invalid/");
  return pathname === "/search" ? search : null;
}

/** The form of a saved search: what it is called, and the address of the results it stands for. */
export const savedSearchForm = z.object({
  name: required("Write a name that tells readers what this search finds.").refine(
    (name) => name.length <= longestName,
    { error: `A name has at most ${longestName} characters.` },
  ),
  address: required("Paste the address of a page of results.")
    .refine((address) => address.length <= longestAddress && queryIn(address) !== null, {
      error: "This is not the address of a page of results: it begins with /search.",
    })
    .transform((address) => parametersOf(stateOf(queryIn(address) ?? ""))),
});
