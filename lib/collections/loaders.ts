import "server-only";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import {
  findCollection,
  findDateRange,
  listAbstracts,
  listThemesOfCollection,
} from "@/db/queries/collections";
import { listAncestors, listSubtree } from "@/db/queries/subtrees";
import { listCollectionTree } from "@/db/queries/trees";
import { authoritiesTag, recordsTag, tagOf } from "@/lib/archive/cache-tags";
import { yearOf } from "@/lib/archive/day-number";
import { collectionHref } from "@/lib/archive/hrefs";
import type { ListView } from "@/lib/archive/list-query";
import { treeOf } from "@/lib/archive/tree";
import { loadAtAddress } from "@/lib/addresses/loaders";
import { dependsOn } from "@/lib/cache/render-scope";
import { loadRecordList } from "@/lib/record-lists/loaders";

/** The tree of published collections with abstracts for its top level and counts of published records throughout. */
export const loadCollectionTree = cache(async () => {
  dependsOn(recordsTag, authoritiesTag);
  const rows = await listCollectionTree();
  const tree = treeOf(rows);
  const abstracts = await listAbstracts(tree.map((node) => node.id));
  return tree.map((node) => ({ ...node, abstract: abstracts.get(node.id) ?? null }));
});

/** A collection with its place in the tree and one page of the records in it and in its parts. */
export const loadCollection = cache(async (slug: string, ...[page, sort, year]: ListView) => {
  const collection = await loadAtAddress("collection", slug, findCollection, (moved) =>
    permanentRedirect(collectionHref(moved)),
  );
  const ids = await listSubtree("collection", collection.id);
  dependsOn(...ids.map((id) => tagOf("collection", id)));
  const [ancestors, tree, range, themes, list] = await Promise.all([
    listAncestors("collection", collection.id),
    ids.length > 1 ? listCollectionTree(ids) : [],
    findDateRange(ids),
    listThemesOfCollection(collection.id),
    loadRecordList({ by: "collection", ids }, { page, sort, year }),
  ]);
  const years = [range.first, range.last].filter((day) => day !== null).map(yearOf);
  return {
    ...collection,
    ancestors,
    themes,
    list,
    parts: tree.filter((row) => row.parentId === collection.id),
    years: [...new Set(years)].join("–") || null,
  };
});
