import { CountBars } from "@/app/_components/count-bars";
import { EmptyState } from "@/app/_components/empty-state";
import { PageHeading } from "@/app/_components/page-heading";
import { yearHref } from "@/lib/archive/hrefs";
import { loadYears } from "@/lib/years/loaders";
import { yearInWords } from "@/lib/archive/day-number";

export const metadata = {
  title: "Years",
  description: "The documents in the order of time.",
  alternates: { canonical: "/years" },
};

export default async function YearsPage() {
  const { years, undated } = await loadYears();
  return (
    <>
      <PageHeading
        title="Years"
        lead="The documents in the order of time. A document dated across several years stands in the first."
      />
      {years.length + undated === 0 ? <EmptyState title="No records yet" /> : null}
      <CountBars
        bars={[
          ...years.map(({ year, records }) => ({ href: yearHref(year), label: yearInWords(year), records })),
          ...(undated > 0 ? [{ href: yearHref("undated"), label: "Undated", records: undated }] : []),
        ]}
      />
    </>
  );
}
