import { CountedSection } from "@/app/_components/counted-section";
import { PageHeading } from "@/app/_components/page-heading";
import { PartsSection } from "@/app/_components/parts-section";
import { Prose } from "@/app/_components/prose";
import { RecordSection } from "@/app/_components/record-section";
import { YearChart } from "@/app/_components/year-chart";
import { hrefWith, subjectHref } from "@/lib/archive/hrefs";
import { listViewOf } from "@/lib/archive/list-query";
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
        <PartsSection
          heading="Narrower headings"
          parts={subject.parts}
          hrefOf={subjectHref}
          nameOf={(name) => headingWithin(name, subject.name)}
          left={subject.partsLeft}
          noun="heading"
          listHref={hrefWith("/subjects", { under: subject.name })}
        />
        <CountedSection
          id="related"
          heading="Related headings"
          entries={subject.related.map(({ slug, name, records }) => ({
            href: subjectHref(slug),
            name: headingInWords(name),
            description: null,
            records,
          }))}
        />
        <YearChart
          years={subject.years}
          hrefOf={(year) => `${hrefWith(path, { year })}#records`}
          chosen={subject.list.year}
        />
      </div>
      <RecordSection
        list={subject.list}
        path={path}
        within={{ label: "Search within this subject", facet: "subject", value: subject.slug }}
      />
    </>
  );
}
