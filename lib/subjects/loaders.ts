import "server-only";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { countEntryYears, listIdsCalled } from "@/db/queries/entry-records";
import { findSubject, listRelatedSubjects } from "@/db/queries/subjects";
import { listAncestors, listSubtree } from "@/db/queries/subtrees";
import { listSubjectTree } from "@/db/queries/trees";
import { loadAtAddress } from "@/lib/addresses/loaders";
import { authoritiesTag, recordsTag, tagOf } from "@/lib/archive/cache-tags";
import type { HeadingListState } from "@/lib/archive/heading-list";
import { headingPage } from "@/lib/archive/heading-page";
import { hrefWith, subjectHref } from "@/lib/archive/hrefs";
import type { ListView } from "@/lib/archive/list-query";
import { shortened, treeOf } from "@/lib/archive/tree";
import { dependsOn } from "@/lib/cache/render-scope";
import { loadRecordList } from "@/lib/record-lists/loaders";
import { broaderByWords, placedByWords } from "./tree";
import { headingInWords } from "./view";

/** Entries that a tree shows at most; what lies deeper stands on the pages of its entries. */
const mostInTree = 400;
const mostParts = 100;
const mostRelated = 12;

/** The tree of headings that published records carry, counted from the bottom up, without its lower levels where it is large. */
export const loadSubjectTree = cache(async () => {
  dependsOn(recordsTag, authoritiesTag);
  return shortened(treeOf(placedByWords(await listSubjectTree())), mostInTree);
});

/** One page of the headings that published records carry, as a list. A page that it does not reach is not found. */
export const loadSubjectList = cache(async (state: HeadingListState) => {
  dependsOn(recordsTag, authoritiesTag);
  const [rows, called] = await Promise.all([
    listSubjectTree(),
    state.q === null ? null : listIdsCalled("subject", state.q),
  ]);
  const within = state.under === null ? rows : rows.filter(({ name }) => name.startsWith(`${state.under}--`));
  const page = headingPage(within, state, called && new Set(called));
  if (state.page > page.pages) notFound();
  const entries = page.rows.map(({ slug, name, records }) => ({
    href: subjectHref(slug),
    name: headingInWords(name),
    description: null,
    records,
  }));
  return { ...page, entries };
});

/**
 * A heading with the broader, narrower and related ones, its records over time, and one page of the records under any of it: of all,
 * or of one year.
 */
export const loadSubject = cache(async (slug: string, ...[page, sort, year]: ListView) => {
  const subject = await loadAtAddress("subject", slug, findSubject, (moved) =>
    permanentRedirect(subjectHref(moved)),
  );
  const ids = await listSubtree("subject", subject.id);
  dependsOn(recordsTag, ...ids.map((id) => tagOf("subject", id)));
  const [ancestors, tree, list, years, related] = await Promise.all([
    listAncestors("subject", subject.id),
    ids.length > 1 ? listSubjectTree(ids) : [],
    loadRecordList({ by: "subject", ids }, { page, sort, year }),
    countEntryYears({ by: "subject", ids }),
    listRelatedSubjects(subject, mostRelated),
  ]);
  const parts = tree.filter((row) => row.parentId === subject.id);
  return {
    ...subject,
    broader: broaderHeadings(subject.name, ancestors),
    parts: parts.slice(0, mostParts),
    partsLeft: parts.length - Math.min(parts.length, mostParts),
    related,
    years: years.flatMap((row) => (row.year === null ? [] : [{ year: row.year, records: row.records }])),
    list,
  };
});

/** The broader headings as steps to go up: the entries above or, where there are none, what the heading's words name. */
function broaderHeadings(name: string, ancestors: readonly { slug: string; name: string }[]) {
  if (ancestors.length > 0) {
    return ancestors.map((above) => ({ label: headingInWords(above.name), href: subjectHref(above.slug) }));
  }
  return broaderByWords(name).map((words) => ({
    label: headingInWords(words),
    href: hrefWith("/subjects", { under: words }),
  }));
}
