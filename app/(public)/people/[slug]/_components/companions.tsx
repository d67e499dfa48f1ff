import { CountedList } from "@/app/_components/counted-list";
import { hrefWith, pairHref } from "@/lib/archive/hrefs";
import type { Portrait } from "@/lib/agents/loaders";
import styles from "./sections.module.css";

/** Who stands most often in the same records; each leads to the records that name both. */
export function Companions({ slug, companions }: { slug: string; companions: Portrait["companions"] }) {
  if (companions.length === 0) return null;
  return (
    <section aria-labelledby="companions" className={styles.section}>
      <h2 id="companions">Most often in the same records</h2>
      <div className={styles.flow}>
        <CountedList
          entries={companions.map((companion) => ({
            href: hrefWith(pairHref(slug, companion.slug), { show: "together" }),
            name: companion.name,
            description: null,
            records: companion.records,
          }))}
        />
      </div>
    </section>
  );
}
