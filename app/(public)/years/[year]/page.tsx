import { choiceOf, listViewOf, parameterOf } from "@/lib/archive/list-query";
import { periodInWords, periodParts } from "@/lib/archive/period";
import { listCanonical } from "@/lib/record-lists/view";
import { followOldMonth, loadPeriod, periodAt } from "@/lib/years/loaders";
import { hrefOf } from "@/lib/years/view";
import { PeriodPage } from "@/app/(public)/years/_components/period-page";

type Properties = PageProps<"/years/[year]">;

async function load({ params, searchParams }: Properties) {
  const [{ year }, query] = await Promise.all([params, searchParams]);
  followOldMonth(periodAt(year), parameterOf(query, "month"));
  const part = choiceOf(query, "part", periodParts) ?? "within";
  return { part, ...(await loadPeriod(year, part, ...listViewOf(query))) };
}

export async function generateMetadata(properties: Properties) {
  const { period, list } = await load(properties);
  const words = periodInWords(period);
  return {
    title: words,
    description: `Documents of ${words}`,
    alternates: { canonical: listCanonical(hrefOf(period), list) },
  };
}

export default async function YearPage(properties: Properties) {
  return <PeriodPage {...await load(properties)} />;
}
