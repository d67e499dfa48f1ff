import { browseStep } from "@/app/_components/breadcrumbs";
import { LinkRow } from "@/app/_components/link-row";
import { PageHeading } from "@/app/_components/page-heading";
import { RecordSection } from "@/app/_components/record-section";
import { StepLinks } from "@/app/_components/step-links";
import { anniversaryHref } from "@/lib/archive/hrefs";
import { listViewOf } from "@/lib/archive/list-query";
import { anniversaryInWords, nextAnniversary } from "@/lib/archive/period";
import { listCanonical } from "@/lib/record-lists/view";
import { loadAnniversary } from "@/lib/years/loaders";
import { anniversaryYears } from "@/lib/years/view";

type Properties = PageProps<"/on-this-day/[date]">;

const load = async ({ params, searchParams }: Properties) =>
  loadAnniversary((await params).date, ...listViewOf(await searchParams));

export async function generateMetadata(properties: Properties) {
  const { anniversary, list } = await load(properties);
  const words = anniversaryInWords(anniversary);
  return {
    title: `On ${words}`,
    description: `Documents dated ${words} in any year`,
    alternates: { canonical: listCanonical(anniversaryHref(anniversary), list) },
  };
}

export default async function AnniversaryPage(properties: Properties) {
  const { anniversary, years, list } = await load(properties);
  const step = (by: 1 | -1) => {
    const day = nextAnniversary(anniversary, by);
    return { href: anniversaryHref(day), label: anniversaryInWords(day) };
  };
  const links = anniversaryYears(anniversary, years);
  return (
    <>
      <PageHeading
        title={`On ${anniversaryInWords(anniversary)}`}
        lead="Documents dated on this day, in any year."
        trail={[browseStep]}
      >
        <StepLinks label="Days before and after" before={step(-1)} after={step(1)} />
      </PageHeading>
      <RecordSection
        list={list}
        path={anniversaryHref(anniversary)}
        above={links.length > 1 ? <LinkRow label="Years" links={links} /> : null}
      />
    </>
  );
}
