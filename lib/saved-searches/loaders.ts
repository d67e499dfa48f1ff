import "server-only";
import type { Route } from "next";
import { notFound, redirect } from "next/navigation";
import {
  findSavedSearch,
  findSavedSearchAt,
  listSavedSearches,
  type SavedSearch,
} from "@/db/queries/saved-searches";
import { listRevisions } from "@/db/queries/revisions";
import { authoritiesTag, savedSearchesTag } from "@/lib/archive/cache-tags";
import { may } from "@/lib/archive/permissions";
import { requireCurator } from "@/lib/auth/curator";
import { answerGone, dependsOn } from "@/lib/cache/render-scope";
import { searchesInWords } from "@/lib/search/in-words";
import { searchHref } from "@/lib/search/state";
import { titleOf } from "@/lib/search/view";
import { parametersOf, shownAddress, stateOf } from "./form";

/** The saved searches with what each asks for in words and the address of its results. */
async function shownSearches(): Promise<(SavedSearch & { words: string; href: string })[]> {
  const searches = await listSavedSearches();
  const states = searches.map(({ parameters }) => stateOf(parameters));
  const words = await searchesInWords(states);
  return searches.map((search, index) => ({
    ...search,
    words: words[index] ?? "",
    href: searchHref(stateOf(search.parameters)),
  }));
}

/** The searches that readers can open and follow. */
export async function loadSavedSearches() {
  dependsOn(savedSearchesTag, authoritiesTag);
  return shownSearches();
}

/** Leads to the results of a saved search. Comes back only for one that was given up; the page is then answered with 410. */
export async function openSavedSearch(slug: string): Promise<void> {
  const search = await findSavedSearchAt(slug);
  if (search === null) notFound();
  if (search !== "gone") redirect(searchHref(stateOf(search.parameters)) as Route);
  answerGone();
}

/** The saved searches for the desk. */
export async function loadSearchList() {
  const curator = await requireCurator("record.read-unpublished", "/admin/searches");
  return { curator, searches: await shownSearches(), maySave: may(curator, "search.save") };
}

/** What the form of a new saved search needs: the search that an address asks for. */
export async function loadNewSearch(parameters: URLSearchParams) {
  const query = parameters.toString();
  await requireCurator("search.save", query ? `/admin/searches/new?${query}` : "/admin/searches/new");
  const state = stateOf(query);
  const [words = ""] = await searchesInWords([state]);
  return {
    name: titleOf(state).replaceAll(/[“”]/g, ""),
    address: shownAddress(parametersOf(state)),
    words,
  };
}

/** A saved search with its history; curators who may not change it see it all the same. */
export async function loadSearchToChange(id: number) {
  const curator = await requireCurator("record.read-unpublished", `/admin/searches/${id}`);
  const search = (await findSavedSearch(id)) ?? notFound();
  const state = stateOf(search.parameters);
  const [[words = ""], revisions] = await Promise.all([
    searchesInWords([state]),
    listRevisions("saved-search", id, { offset: 0, limit: 50 }),
  ]);
  const isOwn = search.ownerId === curator.id;
  return {
    search,
    address: shownAddress(search.parameters),
    words,
    mayChange: may(curator, "search.save") && (isOwn || may(curator, "search.change-others")),
    revisions: revisions.map((revision) => ({
      ...revision,
      changes: revision.changes.map(({ field, before, after }) => ({
        label: field === "name" ? "Name" : "Search",
        before: linesOf(field, before),
        after: linesOf(field, after),
      })),
    })),
  };
}

const linesOf = (field: string, value: unknown): string[] => {
  if (typeof value !== "string") return [];
  return [field === "parameters" ? shownAddress(value) : value];
};
