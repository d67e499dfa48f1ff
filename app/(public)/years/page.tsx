import { browseStep } from "@/app/_components/breadcrumbs";
import { CountBars } from "@/app/_components/count-bars";
import { CountedList } from "@/app/_components/counted-list";
import { EmptyState } from "@/app/_components/empty-state";
import { LinkRow } from "@/app/_components/link-row";
import { PageHeading } from "@/app/_components/page-heading";
import { countOf, numberInWords } from "@/lib/archive/counts";
import { yearHref } from "@/lib/archive/hrefs";
import { loadYears } from "@/lib/years/loaders";
import { decadesOf } from "@/lib/years/view";
import styles from "./years.module.css";

export const metadata = {
  title: "Years",
  description: "The documents in the order of time.",
  alternates: { canonical: "/years" },
};

export default async function YearsPage() {
  const { years, uncertain, undated } = await loadYears();
  const decades = decadesOf(years);
  const others = [
    {
      href: yearHref("uncertain"),
      name: "Of no one year",
      description:
        "Dated across years, or only about a year; they also stand at each year they may belong to",
      records: uncertain,
    },
    {
      href: yearHref("undated"),
      name: "Undated",
      description: "Nothing is known of the date",
      records: undated,
    },
  ].filter(({ records }) => records > 0);
  return (
    <>
      <PageHeading
        title="Years"
        lead="The documents in the order of time, each at the year it is certainly dated in."
        trail={[browseStep]}
      >
        <p className={styles.today}>
          <a href="/on-this-day">On this day</a>
        </p>
      </PageHeading>
      {years.length + others.length === 0 ? <EmptyState title="No records yet" /> : null}
      {decades.length > 1 ? (
        <LinkRow
          label="Decades"
          links={decades.map(({ id, label, records }) => ({
            href: `#${id}`,
            label,
            count: numberInWords(records),
          }))}
        />
      ) : null}
      {decades.map(({ id, label, records, bars }) => (
        <section key={id} aria-labelledby={id} className={styles.decade}>
          <div className={styles.head}>
            <h2 id={id}>{label}</h2>
            <p className={styles.count}>{countOf(records, "record")}</p>
          </div>
          <CountBars bars={bars} most={Math.max(...years.map((year) => year.records))} />
        </section>
      ))}
      {others.length > 0 ? (
        <section aria-labelledby="others" className={styles.decade}>
          <h2 id="others">Without a certain year</h2>
          <CountedList entries={others} />
        </section>
      ) : null}
    </>
  );
}
