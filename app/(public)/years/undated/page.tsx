import { PageHeading } from "@/app/_components/page-heading";
import { RecordSection } from "@/app/_components/record-section";
import { yearHref } from "@/lib/archive/hrefs";
import { listViewOf } from "@/lib/archive/list-query";
import { listCanonical } from "@/lib/record-lists/view";
import { loadUndated } from "@/lib/years/loaders";

type Properties = PageProps<"/years/undated">;

export async function generateMetadata({ searchParams }: Properties) {
  const list = await loadUndated(...listViewOf(await searchParams));
  return {
    title: "Undated",
    description: "Documents without a known date.",
    alternates: { canonical: listCanonical(yearHref("undated"), list) },
  };
}

export default async function UndatedPage({ searchParams }: Properties) {
  return (
    <>
      <PageHeading
        title="Undated"
        lead="Documents whose date is not known."
        trail={[{ label: "Years", href: "/years" }]}
      />
      <RecordSection list={await loadUndated(...listViewOf(await searchParams))} path={yearHref("undated")} />
    </>
  );
}
