import { CountedList } from "@/app/_components/counted-list";
import { subjectHref } from "@/lib/archive/hrefs";
import type { Portrait } from "@/lib/agents/loaders";
import { headingInWords } from "@/lib/subjects/view";
import styles from "./sections.module.css";

/** The headings that an agent's records carry most often. */
export function AgentSubjects({ subjects }: { subjects: Portrait["subjects"] }) {
  if (subjects.length === 0) return null;
  return (
    <section aria-labelledby="subjects" className={styles.section}>
      <h2 id="subjects">Subjects most often</h2>
      <div className={styles.flow}>
        <CountedList
          entries={subjects.map(({ slug, name, records }) => ({
            href: subjectHref(slug),
            name: headingInWords(name),
            description: null,
            records,
          }))}
        />
      </div>
    </section>
  );
}
