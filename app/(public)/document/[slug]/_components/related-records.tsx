import { RecordList } from "@/app/_components/record-list";
import type { RelatedRecords as Related } from "@/lib/records/related";
import { MeetingTimeline } from "./meeting-timeline";
import styles from "./related-records.module.css";

/** The records that stand beside this one: of its meeting, related in a named way, perhaps the same, and alike. */
export function RelatedRecords({ related }: { related: Related }) {
  const { groups, meeting, duplicates, similar } = related;
  const isRelated = groups.length > 0 || duplicates.length > 0;
  return (
    <>
      {meeting.length > 0 ? <MeetingTimeline meeting={meeting} /> : null}
      {isRelated ? (
        <section aria-labelledby="related" className={styles.related}>
          <h2 id="related">Related records</h2>
          {groups.map((group) => (
            <RelationGroup key={group.label} group={group} />
          ))}
          {duplicates.map(({ href, title }) => (
            <p key={href} className={styles.duplicate}>
              May describe the same document as <a href={href}>{title}</a>.
            </p>
          ))}
        </section>
      ) : null}
      {similar.length > 0 ? (
        <section aria-labelledby="similar" className={styles.similar}>
          <h2 id="similar">More like this</h2>
          <RecordList
            records={similar.map(({ href, title, date, shares }) => ({
              href,
              title,
              date,
              note: shares.length > 0 ? `Shares: ${shares.join("; ")}` : "Similar words",
            }))}
          />
        </section>
      ) : null}
    </>
  );
}

/** More than this of one kind stand behind a fold. */
const shownAtOnce = 8;

function RelationGroup({ group: { label, records } }: { group: Related["groups"][number] }) {
  const entries = records.map(({ href, title, date, note }) => ({ href, title, date, note }));
  const folded = entries.slice(shownAtOnce);
  return (
    <section aria-label={label}>
      <h3 className={styles.kind}>{label}</h3>
      <RecordList records={entries.slice(0, shownAtOnce)} level={4} />
      {folded.length > 0 ? (
        <details className={styles.fold}>
          <summary>{folded.length} more</summary>
          <RecordList records={folded} level={4} />
        </details>
      ) : null}
    </section>
  );
}
