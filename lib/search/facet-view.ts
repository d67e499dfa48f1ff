import { letterOf, letters } from "@/lib/archive/heading-list";
import { choiceOf, parameterOf, type ListQuery } from "@/lib/archive/list-query";
import { facets, type FacetName } from "./facets";
import type { FacetValue } from "./results";
import { searchParamsOf, type SearchState } from "./state";

/** What the values of a facet are called together, within a sentence. */
export const facetPlurals: Readonly<Record<FacetName, string>> = {
  collection: "collections",
  person: "people and organisations",
  place: "places",
  subject: "subjects",
  type: "types of document",
  language: "languages",
  repository: "archives",
  classification: "classifications",
  decade: "decades",
  year: "years",
};

/** What a field to find one of them says; in the narrow column beside the results there is no room for more. */
export const finderLabel = (name: FacetName): string =>
  `Find in ${name === "person" ? "people" : facetPlurals[name]}`;

/** The orders of the values on the page of a facet. */
const facetOrders = ["count", "name"] as const;
export type FacetOrder = (typeof facetOrders)[number];

/** What the page of a facet is asked for beside the search. */
export type FacetPageState = {
  /** Part of a value's label. */
  readonly find: string;
  readonly by: FacetOrder;
  /** Counted from 1. */
  readonly page: number;
};

/** Values on one page of a facet. */
export const valuesPerPage = 100;

/** Times stand in their own order unless asked otherwise, all other values by how many records have them. */
const usualOrder = (name: FacetName): FacetOrder =>
  facets.some((facet) => facet.name === name && facet.order === "value") ? "name" : "count";

const longestWords = 100;

/** Reads what the page of a facet is asked for; what cannot be understood is taken for absent. */
export function facetPageStateOf(name: FacetName, query: ListQuery): FacetPageState {
  const at = parameterOf(query, "at") ?? "";
  return {
    find: parameterOf(query, "find")?.slice(0, longestWords).toWellFormed() ?? "",
    by: choiceOf(query, "by", facetOrders) ?? usualOrder(name),
    page: /^[1-9]\d{0,5}$/.test(at) ? Number(at) : 1,
  };
}

/** Where the page of a facet stands. */
export const facetPath = (name: FacetName) => `/search/facets/${name}` as const;

/** The page with all values of a facet among the results of a search. */
export function facetHref(state: SearchState, name: FacetName, asked: Partial<FacetPageState> = {}): string {
  const { find = "", by = usualOrder(name), page = 1 } = asked;
  const address = new URLSearchParams(searchParamsOf({ ...state, page: 1 }));
  if (find) address.set("find", find);
  if (by !== usualOrder(name)) address.set("by", by);
  if (page > 1) address.set("at", String(page));
  return address.size > 0 ? `${facetPath(name)}?${address.toString()}` : facetPath(name);
}

const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });

const isTime = (name: FacetName) => usualOrder(name) === "name";

/** A facet's values by how many records have them, by name in all scripts, or in time. */
export function inFacetOrder(
  values: readonly FacetValue[],
  name: FacetName,
  by: FacetOrder,
): readonly FacetValue[] {
  const ranks = new Map(
    values.map(({ value, label }) => [
      value,
      isTime(name) ? Number(value) : letters.indexOf(letterOf(label)),
    ]),
  );
  const inOrder = (a: FacetValue, b: FacetValue) =>
    (ranks.get(a.value) ?? 0) - (ranks.get(b.value) ?? 0) || collator.compare(a.label, b.label);
  return values.toSorted(by === "name" ? inOrder : (a, b) => b.count - a.count || inOrder(a, b));
}

/** Where the names of each letter begin in a list in the order of names: the page and, on it, the heading. */
export type LetterPlace = { readonly letter: string; readonly page: number };

/** The first page of each letter that the labels begin with; the labels stand in the order of names. */
export function letterPlaces(labels: readonly string[]): LetterPlace[] {
  const pages = new Map<string, number>();
  for (const [index, label] of labels.entries()) {
    const letter = letterOf(label);
    if (!pages.has(letter)) pages.set(letter, Math.floor(index / valuesPerPage) + 1);
  }
  return [...pages].map(([letter, page]) => ({ letter, page }));
}

/** The id of the heading of a letter. */
export const letterId = (letter: string) => `letter-${letter}`;

const nameOfLetter = (letter: string) => (letter === "other" ? "Other" : letter.toUpperCase());

/** Fewer values than this are looked through faster than letters are. */
const fewValues = 30;

/**
 * Links to all letters, those of which there is no value without an address; none where the values are few, are no names, or do not
 * stand in the order of names.
 */
export function letterLinks(
  state: SearchState,
  name: FacetName,
  asked: FacetPageState,
  { total, letters: places }: { readonly total: number; readonly letters: readonly LetterPlace[] },
) {
  if (asked.by !== "name" || isTime(name) || places.length < 2 || total < fewValues) return [];
  return letters
    .map((letter) => ({ letter, place: places.find((each) => each.letter === letter) }))
    .filter(({ letter, place }) => letter !== "other" || place)
    .map(({ letter, place }) => ({
      label: nameOfLetter(letter),
      href: place ? `${facetHref(state, name, { ...asked, page: place.page })}#${letterId(letter)}` : null,
    }));
}

/** Links to the orders of the list. */
export const orderLinks = (state: SearchState, name: FacetName, asked: FacetPageState) =>
  facetOrders.map((by) => ({
    label: by === "count" ? "Most records first" : isTime(name) ? "In order of time" : "By name",
    href: facetHref(state, name, { ...asked, by, page: 1 }),
    isCurrent: asked.by === by,
  }));

/** Values under the letters that they begin with, in the order in which they come. */
export function underLetters(values: readonly FacetValue[]) {
  const groups: { letter: string; label: string; values: FacetValue[] }[] = [];
  for (const value of values) {
    const letter = letterOf(value.label);
    const last = groups.at(-1);
    if (last?.letter === letter) last.values.push(value);
    else groups.push({ letter, label: nameOfLetter(letter), values: [value] });
  }
  return groups;
}
