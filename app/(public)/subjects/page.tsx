import { browseStep } from "@/app/_components/breadcrumbs";
import { EmptyState } from "@/app/_components/empty-state";
import { HeadingBrowser } from "@/app/_components/heading-browser";
import { LinkRow } from "@/app/_components/link-row";
import { PageHeading } from "@/app/_components/page-heading";
import { TreeList } from "@/app/_components/tree-list";
import { numberInWords } from "@/lib/archive/counts";
import { headingListStateOf, type HeadingListState } from "@/lib/archive/heading-list";
import { hrefWith, subjectHref } from "@/lib/archive/hrefs";
import { loadSubjectList, loadSubjectTree } from "@/lib/subjects/loaders";
import { headingBelow, headingInWords } from "@/lib/subjects/view";

type Properties = PageProps<"/subjects">;

export async function generateMetadata({ searchParams }: Properties) {
  const { view } = headingListStateOf(await searchParams);
  return {
    title: "Subjects",
    description: "What the documents are about, from broad headings to narrow ones.",
    alternates: { canonical: "/subjects" },
    ...(view === null ? {} : { robots: { index: false } }),
  };
}

export default async function SubjectsPage({ searchParams }: Properties) {
  const state = headingListStateOf(await searchParams);
  return (
    <>
      <PageHeading
        title={state.under ? `Headings below ${headingInWords(state.under)}` : "Subjects"}
        lead="What the documents are about, from broad headings to narrow ones. A heading counts the records of every narrower one."
        trail={state.under ? [{ label: "Subjects", href: "/subjects" }] : [browseStep]}
      />
      <LinkRow
        label="View"
        links={[
          { href: "/subjects", label: "Broad to narrow", isCurrent: state.view === null },
          { href: "/subjects?view=list", label: "A–Z", isCurrent: state.view === "list" },
        ]}
      />
      {state.view === null ? <Tree /> : <List state={state} />}
    </>
  );
}

async function Tree() {
  const { nodes, left } = await loadSubjectTree();
  if (nodes.length === 0) return <EmptyState title="No subjects yet" />;
  return (
    <>
      <TreeList
        nodes={nodes}
        hrefOf={(slug, name) => (slug ? subjectHref(slug) : hrefWith("/subjects", { under: name }))}
        nameOf={headingBelow}
      />
      {left > 0 ? (
        <p>
          <a href="/subjects?view=list">{numberInWords(left)} more headings, A–Z</a>
        </p>
      ) : null}
    </>
  );
}

async function List({ state }: { state: HeadingListState }) {
  return <HeadingBrowser path="/subjects" state={state} noun="heading" list={await loadSubjectList(state)} />;
}
