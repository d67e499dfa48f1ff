import { RecordList } from "@/app/_components/record-list";
import type { PublishedRecord } from "@/lib/records/loaders";

/** The records this one is connected to, each with what connects them. */
export function RelatedRecords({ related }: { related: PublishedRecord["related"] }) {
  if (related.length === 0) return null;
  return (
    <section aria-labelledby="related">
      <h2 id="related">Related records</h2>
      <RecordList
        records={related.map(({ href, title, date, relation, note }) => ({
          href,
          title,
          date,
          note: note ? `${relation}: ${note}` : relation,
        }))}
      />
    </section>
  );
}
