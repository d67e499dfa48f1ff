import { PageHeading } from "@/app/_components/page-heading";
import { RecordSection } from "@/app/_components/record-section";
import { yearHref } from "@/lib/archive/hrefs";
import { listViewOf } from "@/lib/archive/list-query";
import { listCanonical } from "@/lib/record-lists/view";
import { loadUncertain } from "@/lib/years/loaders";

type Properties = PageProps<"/years/uncertain">;

export async function generateMetadata({ searchParams }: Properties) {
  const list = await loadUncertain(...listViewOf(await searchParams));
  return {
    title: "Of no one year",
    description: "Documents dated across several years or only about a year.",
    alternates: { canonical: listCanonical(yearHref("uncertain"), list) },
  };
}

export default async function UncertainPage({ searchParams }: Properties) {
  return (
    <>
      <PageHeading
        title="Of no one year"
        lead="Documents dated across several years, or only about a year, from the earliest they may be. Each also stands at the years it may belong to, unless there are too many of them."
        trail={[{ label: "Years", href: "/years" }]}
      />
      <RecordSection
        list={await loadUncertain(...listViewOf(await searchParams))}
        path={yearHref("uncertain")}
      />
    </>
  );
}
