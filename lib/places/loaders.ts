import "server-only";
import { notFound, permanentRedirect, redirect } from "next/navigation";
import { cache } from "react";
import { countEntryYears, listEntryAgents, listIdsCalled } from "@/db/queries/entry-records";
import { findPlace, listPlaceFamily } from "@/db/queries/places";
import { listAncestors, listSubtree } from "@/db/queries/subtrees";
import { listPlaceTree, type TreeRow } from "@/db/queries/trees";
import { loadAtAddress } from "@/lib/addresses/loaders";
import { authoritiesTag, recordsTag, tagOf } from "@/lib/archive/cache-tags";
import type { HeadingListState } from "@/lib/archive/heading-list";
import { headingPage } from "@/lib/archive/heading-page";
import { placeHref } from "@/lib/archive/hrefs";
import type { ListView } from "@/lib/archive/list-query";
import { shortened, treeOf } from "@/lib/archive/tree";
import { dependsOn } from "@/lib/cache/render-scope";
import { positionsOf } from "@/lib/maps/positions";
import { loadRecordList } from "@/lib/record-lists/loaders";

/** Entries that a tree shows at most; what lies deeper stands on the pages of its entries. */
const mostInTree = 400;
const mostParts = 100;
const mostPeople = 10;

/** The tree of places that published records name, counted from the bottom up, without its lower levels where it is large. */
export const loadPlaceTree = cache(async () => {
  dependsOn(recordsTag, authoritiesTag);
  return shortened(treeOf(await listPlaceTree()), mostInTree);
});

/** One page of the places that published records name, as a list. A page that it does not reach is not found. */
export const loadPlaceList = cache(async (state: HeadingListState) => {
  dependsOn(recordsTag, authoritiesTag);
  const [rows, called] = await Promise.all([
    listPlaceTree(),
    state.q === null ? null : listIdsCalled("place", state.q),
  ]);
  const page = headingPage(withinPlace(rows, state.under), state, called && new Set(called));
  if (state.page > page.pages) notFound();
  const nameOf = new Map(rows.map(({ id, name }) => [id, name]));
  const entries = page.rows.map(({ slug, name, parentId, records }) => ({
    href: placeHref(slug),
    name,
    description: parentId === null ? null : (nameOf.get(parentId) ?? null),
    records,
  }));
  return { ...page, entries };
});

/** The places right within the one of this slug; all places where no slug is given. */
function withinPlace(rows: readonly TreeRow[], slug: string | null): readonly TreeRow[] {
  if (slug === null) return rows;
  const above = rows.find((row) => row.slug === slug);
  return rows.filter(({ parentId }) => above !== undefined && parentId === above.id);
}

/** The place at an address; a former name leads to the present one, a name that several places had to the list of them. */
const placeAt = (slug: string) =>
  loadAtAddress(
    "place",
    slug,
    findPlace,
    (moved) => permanentRedirect(placeHref(moved)),
    (name) => redirect(`/places?q=${encodeURIComponent(name)}`),
  );

/**
 * A place with what contains it and what it contains, where these lie, its people, its records over time, and one page of the records:
 * of everything within it, or of the place itself alone.
 */
export const loadPlace = cache(async (slug: string, isAlone: boolean, ...[page, sort, year]: ListView) => {
  const place = await placeAt(slug);
  const below = await listSubtree("place", place.id);
  const ids = isAlone ? [place.id] : below;
  dependsOn(recordsTag, ...below.map((id) => tagOf("place", id)));
  const [ancestors, tree, family, people, years, list] = await Promise.all([
    listAncestors("place", place.id),
    listPlaceTree(below),
    listPlaceFamily(place.id),
    listEntryAgents({ by: "place", ids }, mostPeople),
    countEntryYears({ by: "place", ids }),
    loadRecordList({ by: "place", ids }, { page, sort, year }),
  ]);
  const positions = positionsOf(family);
  const parts = tree.filter((row) => row.parentId === place.id);
  return {
    ...place,
    ancestors,
    parts: parts.slice(0, mostParts),
    partsLeft: parts.length - Math.min(parts.length, mostParts),
    people,
    position: positions.get(place.id) ?? null,
    mapped: tree.flatMap((row) => {
      const position = row.parentId === place.id || row.id === place.id ? positions.get(row.id) : undefined;
      return position ? [{ ...row, ...position, count: row.records, href: placeHref(row.slug) }] : [];
    }),
    years: years.flatMap((row) => (row.year === null ? [] : [{ year: row.year, records: row.records }])),
    list,
  };
});
