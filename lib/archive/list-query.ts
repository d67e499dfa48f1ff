import { memberSorts, type RecordSort } from "./record-sorts";

/** The query of a list's address as the framework hands it over. */
export type ListQuery = Readonly<Record<string, string | string[] | undefined>>;

/** One parameter; the first of several, and null when it is absent or empty. */
export function parameterOf(query: ListQuery, name: string): string | null {
  const value = query[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first?.trim() || null;
}

/** A parameter that must be one of the offered values; anything else is taken for absent. */
export function choiceOf<Choice extends string>(
  query: ListQuery,
  name: string,
  offered: readonly Choice[],
): Choice | null {
  const value = parameterOf(query, name);
  return offered.find((choice) => choice === value) ?? null;
}

/** The page of a list, counted from 1; what is no page number is taken for the first page. A second list of a page has a name of its own. */
export function pageOf(query: ListQuery, name: "page" | "part" = "page"): number {
  const value = parameterOf(query, name) ?? "1";
  return /^[1-9]\d{0,5}$/.test(value) ? Number(value) : 1;
}

/**
 * What the address of a record list asks for: the page, the order and the year to narrow it to; null stands for the list's usual
 * order and for all years. A tuple, so that loaders remembered by their arguments can take it apart.
 */
export type ListView = readonly [page: number, sort: RecordSort | null, year: number | null];

/** Reads the view of a record list from its address. */
export function listViewOf(query: ListQuery): ListView {
  return [pageOf(query), choiceOf(query, "sort", memberSorts), yearIn(query)];
}

/** An astronomical year in its one spelling; anything else is taken for absent. */
function yearIn(query: ListQuery): number | null {
  const value = parameterOf(query, "year");
  return value !== null && /^(?:0|-?[1-9]\d{0,5})$/.test(value) ? Number(value) : null;
}
