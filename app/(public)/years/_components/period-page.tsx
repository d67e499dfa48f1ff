import { CountBars } from "@/app/_components/count-bars";
import { PageHeading } from "@/app/_components/page-heading";
import { LinkRow } from "@/app/_components/link-row";
import { RecordList } from "@/app/_components/record-list";
import { RecordSection } from "@/app/_components/record-section";
import { countOf } from "@/lib/archive/counts";
import { hrefWith } from "@/lib/archive/hrefs";
import { periodInWords, type PeriodPart } from "@/lib/archive/period";
import type { loadPeriod } from "@/lib/years/loaders";
import { hrefOf, monthBars, partInWords, partLinks, trailOf, weeksOf } from "@/lib/years/view";
import { MonthCalendar } from "./month-calendar";
import { PeriodSteps } from "./period-steps";
import styles from "./period-page.module.css";

/** Of the records that may belong to a period, the ones shown before a reader asks for all. */
const perhapsAtFirst = 5;

type Properties = Awaited<ReturnType<typeof loadPeriod>> & { part: PeriodPart };

/** A year, a month or a day with what it divides into and its records. */
export function PeriodPage({ period, part, units, total, list, perhaps, before, after }: Properties) {
  const wide = period.day === null ? (units.find(({ unit }) => unit === null)?.records ?? 0) : 0;
  const links = partLinks(period, part, { within: total, wide, perhaps: perhaps.total });
  const isOverview = part === "within" && list.page === 1;
  const path = hrefOf(period);
  return (
    <>
      <PageHeading title={periodInWords(period)} trail={trailOf(period)}>
        <PeriodSteps before={before} after={after} />
      </PageHeading>
      {isOverview && period.month === null && total > 0 ? (
        <section aria-labelledby="months">
          <h2 id="months" className="visually-hidden">
            Months
          </h2>
          <CountBars bars={monthBars(period, units)} />
        </section>
      ) : null}
      {isOverview && period.month !== null && period.day === null ? (
        <MonthCalendar
          caption={`Records by day, ${periodInWords(period)}`}
          weeks={weeksOf(period.year, period.month, units)}
        />
      ) : null}
      {total > 0 || part !== "within" ? (
        <RecordSection
          list={list}
          path={path}
          query={{ part: part === "within" ? null : part }}
          heading={partInWords(period, part)}
          above={links.length > 0 ? <LinkRow label="How certain the date is" links={links} /> : null}
        />
      ) : null}
      {isOverview && perhaps.total > 0 ? (
        <section aria-labelledby="perhaps" className={styles.perhaps}>
          <h2 id="perhaps">{partInWords(period, "perhaps")}</h2>
          <p className={styles.note}>
            Dated around it or across it, so that they may belong here or may not.
          </p>
          <RecordList records={perhaps.records.slice(0, perhapsAtFirst)} />
          {perhaps.total > perhapsAtFirst ? (
            <p className={styles.more}>
              <a href={hrefWith(path, { part: "perhaps" })} rel="nofollow">
                All {countOf(perhaps.total, "uncertain record")}
              </a>
            </p>
          ) : null}
        </section>
      ) : null}
    </>
  );
}
