import { notFound } from "next/navigation";
import { CountBars } from "@/app/_components/count-bars";
import { PageHeading } from "@/app/_components/page-heading";
import { RecordSection } from "@/app/_components/record-section";
import { pageHref, yearHref } from "@/lib/archive/hrefs";
import { listViewOf, parameterOf, type ListQuery } from "@/lib/archive/list-query";
import { loadYear } from "@/lib/years/loaders";
import { monthNames, yearInWords } from "@/lib/archive/day-number";
import { monthBars } from "@/lib/years/view";

type Properties = PageProps<"/years/[year]">;

const monthOf = (query: ListQuery) => {
  const month = Number(parameterOf(query, "month"));
  return Number.isInteger(month) && month >= 1 && month <= 12 ? month : null;
};

async function load({ params, searchParams }: Properties) {
  const [{ year }, query] = await Promise.all([params, searchParams]);
  if (!/^-?\d{1,6}$/.test(year)) notFound();
  const month = monthOf(query);
  return { year: Number(year), month, ...(await loadYear(Number(year), month, ...listViewOf(query))) };
}

export async function generateMetadata(properties: Properties) {
  const { year, month, list } = await load(properties);
  const when = [month === null ? null : monthNames[month - 1], yearInWords(year)].filter(Boolean).join(" ");
  return {
    title: when,
    description: `Documents of ${when}`,
    alternates: { canonical: pageHref(yearHref(year), list.page, { month }) },
  };
}

export default async function YearPage(properties: Properties) {
  const { year, month, months, list } = await load(properties);
  const monthName = month === null ? null : monthNames[month - 1];
  return (
    <>
      <PageHeading
        title={monthName ? `${monthName} ${yearInWords(year)}` : yearInWords(year)}
        trail={[
          { label: "Years", href: "/years" },
          ...(monthName ? [{ label: yearInWords(year), href: yearHref(year) }] : []),
        ]}
      />
      {monthName ? null : (
        <section aria-labelledby="months">
          <h2 id="months" className="visually-hidden">
            Months
          </h2>
          <CountBars bars={monthBars(year, months)} />
        </section>
      )}
      <RecordSection list={list} path={yearHref(year)} query={{ month }} />
    </>
  );
}
