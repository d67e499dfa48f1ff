import "server-only";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { findSubject } from "@/db/queries/subjects";
import { listAncestors, listSubtree } from "@/db/queries/subtrees";
import { listSubjectTree } from "@/db/queries/trees";
import { loadAtAddress } from "@/lib/addresses/loaders";
import { authoritiesTag, recordsTag, tagOf } from "@/lib/archive/cache-tags";
import { subjectHref } from "@/lib/archive/hrefs";
import type { ListView } from "@/lib/archive/list-query";
import { treeOf } from "@/lib/archive/tree";
import { dependsOn } from "@/lib/cache/render-scope";
import { loadRecordList } from "@/lib/record-lists/loaders";

/** The tree of headings that published records carry, counted from the bottom up. */
export const loadSubjectTree = cache(async () => {
  dependsOn(recordsTag, authoritiesTag);
  return treeOf(await listSubjectTree());
});

/** A heading, the broader and the narrower ones, and one page of the records under any of it. */
export const loadSubject = cache(async (slug: string, ...[page, sort, year]: ListView) => {
  const subject = await loadAtAddress("subject", slug, findSubject, (moved) =>
    permanentRedirect(subjectHref(moved)),
  );
  const ids = await listSubtree("subject", subject.id);
  dependsOn(...ids.map((id) => tagOf("subject", id)));
  const [ancestors, tree, list] = await Promise.all([
    listAncestors("subject", subject.id),
    ids.length > 1 ? listSubjectTree(ids) : [],
    loadRecordList({ by: "subject", ids }, { page, sort, year }),
  ]);
  return { ...subject, ancestors, parts: tree.filter((row) => row.parentId === subject.id), list };
});
