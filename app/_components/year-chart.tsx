import { columnInWords } from "@/lib/archive/day-number";
import { yearBars, type YearBar } from "@/lib/archive/year-bars";
import { TimeChart } from "./time-chart";

type Properties = {
  /** The years that have records, in order. */
  years: readonly YearBar[];
  /** The list of records narrowed to a year. */
  hrefOf: (year: number) => string;
  /** The year that the list is narrowed to. */
  chosen: number | null;
};

/**
 * Records over time, and the same as a table: a bar a year, each a link to that year's records; of a long time a bar a decade, which
 * has no list of its own to lead to.
 */
export function YearChart({ years, hrefOf, chosen }: Properties) {
  const { step, bars } = yearBars(years);
  if (years.length < 2) return null;
  const barOf = ({ year, records }: YearBar, width: typeof step) => ({
    label: columnInWords(year, width),
    count: records,
    href: width === 1 ? hrefOf(year) : null,
    isChosen: year === chosen,
  });
  return (
    <TimeChart
      id="years"
      heading="Records by year"
      unit="Year"
      bars={bars.map((bar) => barOf(bar, step))}
      rows={years.map((year) => barOf(year, 1))}
    />
  );
}
