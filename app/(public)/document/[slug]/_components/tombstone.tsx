import { DateText } from "@/app/_components/date-text";
import { PageHeading } from "@/app/_components/page-heading";
import { Prose } from "@/app/_components/prose";
import { shownEdtf } from "@/lib/archive/listed-record";
import type { WithdrawnRecord } from "@/lib/records/loaders";
import styles from "./tombstone.module.css";

/** What stands at the address of a withdrawn record: when and why it went, and nothing of what it said. */
export function Tombstone({ record }: { record: WithdrawnRecord }) {
  const date = shownEdtf(record.withdrawnAt?.toISOString().slice(0, 10) ?? null);
  return (
    <>
      <PageHeading
        title="This record has been withdrawn"
        lead={
          date ? (
            <>
              It was taken out of the archive on <DateText date={date} isWithinLine />.
            </>
          ) : (
            "It was taken out of the archive."
          )
        }
      />
      <h2>Reason</h2>
      <Prose text={record.reason} />
      <p className={styles.next}>
        The address stays reserved, so that citations of it do not lead to anything else.{" "}
        <a href="/search">Search the archive</a>.
      </p>
    </>
  );
}
