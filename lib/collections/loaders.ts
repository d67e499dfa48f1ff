import "server-only";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import {
  findCollection,
  findCover,
  findDateRange,
  listAbstracts,
  listThemesOfCollection,
} from "@/db/queries/collections";
import { findExtent, listCollectionUnits, listConditions, listReferences } from "@/db/queries/finding-aids";
import { listRecords } from "@/db/queries/listed-records";
import { listAncestors, listSubtree } from "@/db/queries/subtrees";
import { listCollectionTree } from "@/db/queries/trees";
import { authoritiesTag, recordsTag, tagOf } from "@/lib/archive/cache-tags";
import { collectionHref, findingAidHref } from "@/lib/archive/hrefs";
import { listedRecord } from "@/lib/archive/listed-record";
import type { ListView } from "@/lib/archive/list-query";
import { treeOf } from "@/lib/archive/tree";
import { loadAtAddress } from "@/lib/addresses/loaders";
import { dependsOn } from "@/lib/cache/render-scope";
import { loadRecordList } from "@/lib/record-lists/loaders";
import { extentInWords, shownCover, unitInWords, yearsBetween } from "./view";

/** The tree of published collections, with what each top one is and tells, and counts of published records throughout. */
export const loadCollectionTree = cache(async () => {
  dependsOn(recordsTag, authoritiesTag);
  const tree = treeOf(await listCollectionTree());
  const ids = tree.map((node) => node.id);
  const [abstracts, units] = await Promise.all([listAbstracts(ids), listCollectionUnits(ids)]);
  return tree.map((node) => ({
    ...node,
    abstract: abstracts.get(node.id) ?? null,
    kind: unitInWords(units.get(node.id)),
  }));
});

/** A collection at its address with the ids of everything below it, in the order of the tree. */
async function loadBranch(slug: string, goTo: (slug: string) => never) {
  const collection = await loadAtAddress("collection", slug, findCollection, goTo);
  const ids = await listSubtree("collection", collection.id);
  dependsOn(...ids.map((id) => tagOf("collection", id)));
  const [ancestors, tree] = await Promise.all([
    listAncestors("collection", collection.id),
    ids.length > 1 ? listCollectionTree(ids) : [],
  ]);
  return {
    ...collection,
    ids,
    ancestors,
    parts: tree.filter((row) => row.parentId === collection.id),
  };
}

/** A collection with its place in the tree and one page of the records in it and in its parts. */
export const loadCollection = cache(async (slug: string, ...[page, sort, year]: ListView) => {
  const collection = await loadBranch(slug, (moved) => permanentRedirect(collectionHref(moved)));
  const { ids } = collection;
  const [range, themes, cover, list] = await Promise.all([
    findDateRange(ids),
    listThemesOfCollection(collection.id),
    findCover("collection", collection.id),
    loadRecordList({ by: "collection", ids }, { page, sort, year }),
  ]);
  return { ...collection, themes, list, cover: shownCover(cover), years: yearsBetween(range) };
});

/** Records on one page of a finding aid. */
const containersPerPage = 200;

/**
 * The finding aid of a collection, after the areas of ISAD(G): what it is, how much, in which languages and under which conditions; its
 * parts with their dates; and one page of its records in their order, each with its archival references.
 */
export const loadFindingAid = cache(async (slug: string, page: number) => {
  const collection = await loadBranch(slug, (moved) => permanentRedirect(findingAidHref(moved)));
  const { ids, parts } = collection;
  const [range, extent, conditions, units, list] = await Promise.all([
    findDateRange(ids),
    findExtent(ids),
    listConditions(ids),
    listCollectionUnits(parts.map((part) => part.id)),
    listRecords({ by: "collection", ids }, { page, pageSize: containersPerPage, sort: "order", year: null }),
  ]);
  const pages = Math.max(1, Math.ceil(list.total / containersPerPage));
  if (page > pages) notFound();
  const references = await listReferences(list.rows.map((row) => row.slug));
  return {
    ...collection,
    ...conditions,
    years: yearsBetween(range),
    extent: extentInWords(list.total, extent),
    parts: parts.map((part) => ({ ...part, kind: unitInWords(units.get(part.id)) })),
    page,
    pages,
    containers: list.rows.map((row, index) => ({
      ...listedRecord(row),
      number: (page - 1) * containersPerPage + index + 1,
      references: references.get(row.slug) ?? [],
    })),
  };
});
