import { recordStatuses } from "@/lib/archive/vocabulary";
import { recordListHref } from "@/lib/curation/list-state";
import { loadDesk } from "@/lib/curation/loaders";
import { statusLabels } from "@/lib/curation/view";
import { DeskHeading } from "./_components/desk-heading";
import { IndexPanel } from "./_components/index-panel";
import { WorkSection } from "./_components/work-section";
import styles from "./desk.module.css";

export default async function DeskPage({ searchParams }: PageProps<"/admin">) {
  const { notice } = await searchParams;
  const { curator, drafts, inReview, recent, duplicates, counts, index, mayMend } = await loadDesk();
  return (
    <>
      <DeskHeading title={`Work list of ${curator.name}`} notice={notice}>
        <a href="/admin/records/new" data-button="">
          New record
        </a>
      </DeskHeading>
      <div className={styles.columns}>
        <div>
          <WorkSection
            title="My drafts"
            list={drafts}
            href={recordListHref({ status: "draft", isMine: true })}
          />
          <WorkSection title="In review" list={inReview} href={recordListHref({ status: "in_review" })} />
          <WorkSection title="Recently changed" list={recent} href={recordListHref({})} />
        </div>
        <div>
          <section className={styles.section}>
            <h2>Records</h2>
            <dl className={styles.counts}>
              {recordStatuses.map((status) => (
                <div key={status}>
                  <dt>
                    <a href={recordListHref({ status })}>{statusLabels[status]}</a>
                  </dt>
                  <dd>{counts.find((row) => row.status === status)?.total ?? 0}</dd>
                </div>
              ))}
            </dl>
          </section>
          <IndexPanel status={index} mayMend={mayMend} />
          <section className={styles.section}>
            <h2>Possible duplicates</h2>
            {duplicates.length === 0 ? <p className={styles.empty}>None.</p> : null}
            <ul className={styles.pairs}>
              {duplicates.map(({ id, first, second, reason }) => (
                <li key={id}>
                  <a href={`/admin/records/${first.id}`}>
                    {first.id}: {first.title}
                  </a>
                  <a href={`/admin/records/${second.id}`}>
                    {second.id}: {second.title}
                  </a>
                  <span className={styles.quiet}>{reason}</span>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </>
  );
}
