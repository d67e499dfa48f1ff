import { DateText } from "@/app/_components/date-text";
import { PageHeading } from "@/app/_components/page-heading";
import { shownDate } from "@/lib/archive/listed-record";
import type { PublishedRecord } from "@/lib/records/loaders";
import { fieldGroupsOf } from "@/lib/records/view";
import { paragraphCitation } from "@/lib/texts/paragraph-citation";
import { FieldGroups } from "./field-groups";
import { Neighbours } from "./neighbours";
import { RecordAside } from "./record-aside";
import { RecordScans } from "./record-scans";
import { trailToRecord } from "./record-trail";
import { RecordTexts } from "./record-texts";
import { RelatedRecords } from "./related-records";
import styles from "./record-article.module.css";

type Properties = {
  record: PublishedRecord;
  permalink: string;
  /** The archival footnote, which stands at the end of a printed page. */
  citation: string;
};

/** The page of a published record. */
export async function RecordArticle({ record, permalink, citation }: Properties) {
  const date = shownDate(record);
  return (
    <article>
      <PageHeading
        title={record.title}
        kicker={date ? <DateText date={date} /> : "Undated"}
        trail={trailToRecord(record)}
      />
      <p data-print-only>{permalink}</p>
      <div className={styles.columns}>
        {record.summary ? (
          <section aria-labelledby="summary">
            <h2 id="summary" className={styles.small}>
              Summary
            </h2>
            <p className={styles.summary}>{record.summary}</p>
          </section>
        ) : null}
        <RecordAside record={record} permalink={permalink} />
        <div className={styles.main}>
          <RecordScans record={record} />
          <RecordTexts record={record} citation={await paragraphCitation(record, permalink)} />
          <section aria-labelledby="description">
            <h2 id="description">Description</h2>
            <FieldGroups groups={fieldGroupsOf(record)} />
          </section>
          <RelatedRecords related={record.related} />
        </div>
      </div>
      {record.neighbours.map((neighbours) => (
        <Neighbours key={neighbours.collectionId} neighbours={neighbours} />
      ))}
      <p data-print-only>Cite as: {citation}</p>
    </article>
  );
}
