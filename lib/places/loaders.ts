import "server-only";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { findPlace } from "@/db/queries/places";
import { listAncestors, listSubtree } from "@/db/queries/subtrees";
import { listPlaceTree } from "@/db/queries/trees";
import { loadAtAddress } from "@/lib/addresses/loaders";
import { authoritiesTag, recordsTag, tagOf } from "@/lib/archive/cache-tags";
import { placeHref } from "@/lib/archive/hrefs";
import type { ListView } from "@/lib/archive/list-query";
import { treeOf } from "@/lib/archive/tree";
import { dependsOn } from "@/lib/cache/render-scope";
import { loadRecordList } from "@/lib/record-lists/loaders";

/** The tree of places that published records name, counted from the bottom up. */
export const loadPlaceTree = cache(async () => {
  dependsOn(recordsTag, authoritiesTag);
  return treeOf(await listPlaceTree());
});

/** A place, what contains it and what it contains, and one page of the records about any of it. */
export const loadPlace = cache(async (slug: string, ...[page, sort, year]: ListView) => {
  const place = await loadAtAddress("place", slug, findPlace, (moved) => permanentRedirect(placeHref(moved)));
  const ids = await listSubtree("place", place.id);
  dependsOn(...ids.map((id) => tagOf("place", id)));
  const [ancestors, tree, list] = await Promise.all([
    listAncestors("place", place.id),
    ids.length > 1 ? listPlaceTree(ids) : [],
    loadRecordList({ by: "place", ids }, { page, sort, year }),
  ]);
  return { ...place, ancestors, parts: tree.filter((row) => row.parentId === place.id), list };
});
