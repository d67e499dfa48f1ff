import { CountedList } from "@/app/_components/counted-list";
import { PageHeading } from "@/app/_components/page-heading";
import { Prose } from "@/app/_components/prose";
import { RecordSection } from "@/app/_components/record-section";
import { TreeList } from "@/app/_components/tree-list";
import { YearChart } from "@/app/_components/year-chart";
import { countOf } from "@/lib/archive/counts";
import { hrefWith, subjectHref } from "@/lib/archive/hrefs";
import { listViewOf } from "@/lib/archive/list-query";
import { topOf } from "@/lib/archive/tree";
import { listCanonical } from "@/lib/record-lists/view";
import { loadSubject } from "@/lib/subjects/loaders";
import { headingInWords, headingWithin } from "@/lib/subjects/view";
import styles from "./subject.module.css";

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
  const path = subjectHref(subject.slug);
  return (
    <>
      <PageHeading
        title={headingInWords(subject.name)}
        kicker="Subject"
        trail={[{ label: "Subjects", href: "/subjects" }, ...subject.broader]}
      />
      {subject.scopeNote ? <Prose text={subject.scopeNote} /> : null}
      <div className={styles.sections}>
        {subject.parts.length > 0 ? (
          <section aria-labelledby="parts">
            <h2 id="parts">Narrower headings</h2>
            <TreeList
              nodes={topOf(subject.parts)}
              hrefOf={subjectHref}
              nameOf={(name) => headingWithin(name, subject.name)}
            />
            {subject.partsLeft > 0 ? (
              <p>
                <a href={hrefWith("/subjects", { under: subject.name })}>
                  {countOf(subject.partsLeft, "more narrower heading")}, A–Z
                </a>
              </p>
            ) : null}
          </section>
        ) : null}
        {subject.related.length > 0 ? (
          <section aria-labelledby="related">
            <h2 id="related">Related headings</h2>
            <CountedList
              entries={subject.related.map(({ slug, name, records }) => ({
                href: subjectHref(slug),
                name: headingInWords(name),
                description: null,
                records,
              }))}
            />
          </section>
        ) : null}
        <YearChart
          years={subject.years}
          hrefOf={(year) => `${hrefWith(path, { year })}#records`}
          chosen={subject.list.year}
        />
      </div>
      <RecordSection list={subject.list} path={path} />
    </>
  );
}
