import { choiceOf, listViewOf } from "@/lib/archive/list-query";
import { periodInWords, periodParts } from "@/lib/archive/period";
import { listCanonical } from "@/lib/record-lists/view";
import { loadPeriod } from "@/lib/years/loaders";
import { hrefOf } from "@/lib/years/view";
import { PeriodPage } from "@/app/(public)/years/_components/period-page";

type Properties = PageProps<"/years/[year]/[month]/[day]">;

async function load({ params, searchParams }: Properties) {
  const [{ year, month, day }, query] = await Promise.all([params, searchParams]);
  const part = choiceOf(query, "part", periodParts) ?? "within";
  return { part, ...(await loadPeriod(`${year}/${month}/${day}`, part, ...listViewOf(query))) };
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

export default async function DayPage(properties: Properties) {
  return <PeriodPage {...await load(properties)} />;
}
