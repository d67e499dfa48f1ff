import { EmptyState } from "@/app/_components/empty-state";
import { PageHeading } from "@/app/_components/page-heading";
import { TreeList } from "@/app/_components/tree-list";
import { subjectHref } from "@/lib/archive/hrefs";
import { loadSubjectTree } from "@/lib/subjects/loaders";
import { headingBelow } from "@/lib/subjects/view";

export const metadata = {
  title: "Subjects",
  description: "What the documents are about, from broad headings to narrow ones.",
  alternates: { canonical: "/subjects" },
};

export default async function SubjectsPage() {
  const subjects = await loadSubjectTree();
  return (
    <>
      <PageHeading
        title="Subjects"
        lead="What the documents are about, from broad headings to narrow ones. A heading counts the records of every narrower one."
      />
      {subjects.length === 0 ? <EmptyState title="No subjects yet" /> : null}
      <TreeList nodes={subjects} hrefOf={subjectHref} nameOf={headingBelow} />
    </>
  );
}
