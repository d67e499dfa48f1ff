import { PageHeading } from "@/app/_components/page-heading";
import { Prose } from "@/app/_components/prose";
import { RecordSection } from "@/app/_components/record-section";
import { TreeList } from "@/app/_components/tree-list";
import { subjectHref } from "@/lib/archive/hrefs";
import { listViewOf } from "@/lib/archive/list-query";
import { topOf } from "@/lib/archive/tree";
import { listCanonical } from "@/lib/record-lists/view";
import { loadSubject } from "@/lib/subjects/loaders";
import { headingInWords } from "@/lib/subjects/view";

type Properties = PageProps<"/subjects/[slug]">;

export async function generateMetadata({ params, searchParams }: Properties) {
  const { name, slug, scopeNote, list } = await loadSubject(
    (await params).slug,
    ...listViewOf(await searchParams),
  );
  return {
    title: headingInWords(name),
    description: scopeNote ?? `Documents on ${headingInWords(name)}`,
    alternates: { canonical: listCanonical(subjectHref(slug), list) },
  };
}

export default async function SubjectPage({ params, searchParams }: Properties) {
  const subject = await loadSubject((await params).slug, ...listViewOf(await searchParams));
  return (
    <>
      <PageHeading
        title={headingInWords(subject.name)}
        kicker="Subject"
        trail={[
          { label: "Subjects", href: "/subjects" },
          ...subject.ancestors.map(({ name, slug }) => ({
            label: headingInWords(name),
            href: subjectHref(slug),
          })),
        ]}
      />
      {subject.scopeNote ? <Prose text={subject.scopeNote} /> : null}
      {subject.parts.length > 0 ? (
        <section aria-labelledby="parts">
          <h2 id="parts">Narrower headings</h2>
          <TreeList nodes={topOf(subject.parts)} hrefOf={subjectHref} nameOf={headingInWords} />
        </section>
      ) : null}
      <RecordSection list={subject.list} path={subjectHref(subject.slug)} />
    </>
  );
}
